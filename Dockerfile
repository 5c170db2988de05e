# The bot as a container: the dependencies of the lock file, the project's wheel, and nothing that builds.
# docs/operacion.md says how to run it read-only, and how to pin the base image by digest.
FROM python:3.13.5-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/build && python -m venv /opt/acuerdos
COPY requirements/build.lock requirements/run.lock requirements/
RUN /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements/build.lock \
    && /opt/acuerdos/bin/pip install --no-cache-dir --require-hashes -r requirements/run.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY knowledge knowledge
COPY handlers handlers
COPY standin standin
COPY bot bot
RUN /opt/build/bin/hatchling build -t wheel \
    && /opt/acuerdos/bin/pip install --no-cache-dir --no-deps --no-index dist/*.whl

FROM python:3.13.5-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home acuerdos \
    && install --directory --owner=acuerdos --group=acuerdos /data
COPY --from=build /opt/acuerdos /opt/acuerdos
COPY LICENSE NOTICE /usr/share/doc/acuerdos/
ENV PATH=/opt/acuerdos/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
    ACUERDOS_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=2 CMD ["python", "-m", "bot.heartbeat"]
ENTRYPOINT ["acuerdos"]
CMD ["run"]
