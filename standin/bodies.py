"""Reads the parameters and files of a call from an HTTP request: query string, form, JSON or multipart."""

import json
import re
from urllib.parse import parse_qsl, urlsplit

from standin.calls import Call, Upload
from standin.refusals import Json, refuse

_BOUNDARY = re.compile(r'boundary="?([^";]+)')
_NAME = re.compile(r'\bname="([^"]*)"')
_FILE_NAME = re.compile(r'\bfilename="([^"]*)"')
_PART_TYPE = re.compile(r"(?mi)^content-type:\s*(\S+)")


def read_call(method: str, url: str, content_type: str, body: bytes) -> Call:
    """Read one call; the body overrides the URL.

    Raises:
        RefusalError: the body is not what its content type promises.
    """
    parameters: Json = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return Call(method, parameters | _read_json(body))
    if kind == "multipart/form-data":
        fields, files = _read_multipart(content_type, body)
        return Call(method, parameters | fields, files)
    return Call(method, parameters | dict(parse_qsl(body.decode(), keep_blank_values=True)))


def _read_json(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except ValueError:
        refuse("can't parse request JSON object")
    if not isinstance(value, dict):
        refuse("object expected")
    return value


def _read_multipart(content_type: str, body: bytes) -> tuple[Json, dict[str, Upload]]:
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        refuse("boundary expected in multipart/form-data")
    fields: Json = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        header = head.decode()
        name, file_name, kind = (
            found[1] if (found := pattern.search(header)) else ""
            for pattern in (_NAME, _FILE_NAME, _PART_TYPE)
        )
        if file_name:
            files[name] = Upload(file_name.replace("%22", '"'), content, kind)
        else:
            fields[name] = content.decode()
    return fields, files
