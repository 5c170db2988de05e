"""Who is bound to what, in English sentences by many authors."""

import pytest

from tests.support.duties import duties_in, first_words

ENGLISH: list[tuple[str, list[str]]] = [
    (
        "A committee made up of Panama, Canada and El Salvador shall prepare amendments to the rules.",
        ["Panamá, Canadá, El Salvador: prepare amendments to the rules"],
    ),
    (
        "Comments may be sent until June 30, 2019, after which the TS will finalize the text.",
        ["ST: finalize the text"],
    ),
    ("Preparation of the annual report will fall to the PPT.", ["PPT: preparation of the annual report"]),
    ("It shall be the responsibility of the TS to keep its data.", ["ST: keep its data"]),
    ("Belize, as an observer, and SEGIB are invited to join.", ["Belice, SEGIB: join"]),
    (
        "The PPT shall host the meeting in July 2020, the exact dates to be told by March 1, 2020.",
        ["PPT: host the meeting, 2020-07-31", "nobody: tell the exact dates, 2020-03-01"],
    ),
    (
        ("The pilot will be coordinated by Guatemala, which will report on it to the TS on a monthly basis."),
        ["Guatemala: coordinate the pilot", "Guatemala: report on it to the TS"],
    ),
    (
        "The Working Group on Data shall be chaired by Mexico and shall report to the TS.",
        ["México: chair the Working Group on Data", "Working Group on Data: report to the TS"],
    ),
    (
        "Installation will be undertaken by the Yukon Department of Environment by July 5, 2019.",
        ["Yukon Department of Environment: undertake installation, 2019-07-05"],
    ),
    (
        "A workshop on ice jams will be convened in Juneau by the National Weather Service.",
        ["National Weather Service: convene a workshop on ice jams in Juneau"],
    ),
    (
        "A course is to be organised by the Uganda Revenue Authority in Entebbe by June 3, 2019.",
        ["Uganda Revenue Authority: organise a course in Entebbe, 2019-06-03"],
    ),
    ("The memorandum is the legal basis of the system and does not need to be amended.", []),
    ("The rules do not have to be amended by Belize.", []),
    ("Member States will not have to pay the fee.", []),
    ("The unit shall be known as the Secretariat.", []),
    ("The technical unit will hereinafter be referred to as the Secretariat.", []),
    ("The Mexico City Police will publish the map.", ["Mexico City Police: publish the map"]),
    ("The Belize Coast Guard shall patrol the reef.", []),
    ("The forum met in Mexico City, and Mexico will fund it.", ["México: fund it"]),
    (
        "Travel of one participant per country will be financed by FAO.",
        ["FAO: finance travel of one participant per country"],
    ),
    (
        "The draft will be revised by a working group composed of Canada and IOM by July 5, 2019.",
        ["working group: revise the draft, 2019-07-05"],
    ),
    ("Should levels exceed the threshold, the TS shall inform the PPT.", ["ST: inform the PPT"]),
    (
        "Mexico and El Salvador were instead asked to prepare a paper.",
        ["México, El Salvador: prepare a paper"],
    ),
    (
        (
            "The PPT will circulate the comments of Canada, Costa Rica and Mexico, and Member "
            "Countries will reply by July 5, 2019."
        ),
        [
            "PPT: circulate the comments of Canada, Costa Rica and Mexico",
            "Países Miembros: reply, 2019-07-05",
        ],
    ),
    (
        "The remaining four were urged to remit their contributions.",
        ["remaining four: remit their contributions"],
    ),
    ("Translation of the note will be the responsibility of the TS.", ["ST: translation of the note"]),
    (
        "Responsibility for the study lies with Belize and the Asian Development Bank.",
        ["Belice, Asian Development Bank: study"],
    ),
    (
        "The administrations of Costa Rica and Panama are to publish a schedule.",
        ["administrations of Costa Rica and Panama: publish a schedule"],
    ),
    (
        (
            "Each country shall use the contact points, a list of which will be maintained by the "
            "TS and updated every six months."
        ),
        [
            "Países Miembros: use the contact points",
            "ST: maintain a list of the contact points and update it",
        ],
    ),
    ("IOM will reimburse the travel costs.", ["OIM: reimburse the travel costs"]),
    ("Panama was to name its contact point by July 5, 2019.", ["Panamá: name its contact point, 2019-07-05"]),
    ("Mexico and Guatemala were to have installed the equipment by June 2012.", []),
    ("The Group reminded delegations that their contributions should have been paid by December 2018.", []),
    (
        ("Mexico and Guatemala will provide a report: Mexico by 5 July 2019 and Guatemala by 5 August 2019."),
        ["México: provide a report, 2019-07-05", "Guatemala: provide a report, 2019-08-05"],
    ),
    (
        (
            "Panama will send the report in July 2019; Belize, in August 2019; and Honduras, "
            "before the end of the year."
        ),
        [
            "Panamá: send the report, 2019-07-31",
            "Belice: send the report, 2019-08-31",
            "Honduras: send the report, 2019-12-31",
        ],
    ),
    (
        "Canada announced that it would contribute CAD 50,000 to the fund.",
        ["Canadá: contribute CAD 50,000 to the fund"],
    ),
    (
        "The Network reported on its plan. The Group took note of it and asked it to finish the guide.",
        ["Network: finish the guide"],
    ),
    ("The PPT thanked UNHCR for its talk and asked it to share its guide.", ["ACNUR: share its guide"]),
    (
        "Member Countries that wish to nominate candidates should do so by July 5, 2019.",
        ["Países Miembros: nominate candidates, 2019-07-05"],
    ),
    (
        "It was agreed that the PPT would draft the terms and that Guatemala would review them.",
        ["PPT: draft the terms", "Guatemala: review them"],
    ),
    (
        "The TS shall circulate the draft by July 5, 2019, and Mexico shall review it one month later.",
        ["ST: circulate the draft, 2019-07-05", "México: review it, 2019-08-05"],
    ),
    (
        "The United States will contribute US$ 250,000 and Mexico US$ 50,000.",
        ["Estados Unidos: contribute US$ 250,000", "México: contribute US$ 50,000"],
    ),
    ("Parties shall report on it by July 5, 2019.", ["Parties: report on it, 2019-07-05"]),
    (
        "Accept the offer of Panama to host a workshop in June 2019, and to draft its conclusions.",
        ["Panamá: host a workshop and draft its conclusions, 2019-06-30"],
    ),
    (
        "IOM shall not publish the minutes before June 1, 2019 nor later than June 10, 2019.",
        ["OIM: publish the minutes, 2019-06-10"],
    ),
    (
        "They accepted the offer of Panama to host a workshop, and undertook to be represented at it.",
        ["Panamá: host a workshop", "Países Miembros: be represented at it"],
    ),
    (
        (
            "They noted that eleven Member Countries had yet to sign the treaty, and urged those countries "
            "to publish their reasons by June 1, 2019."
        ),
        ["those countries: publish their reasons, 2019-06-01"],
    ),
    (
        "The TS shall circulate to all Members and Cooperating Non-Members (CPCs) the list of vessels.",
        ["ST: circulate to all Members and Cooperating Non-Members (CPCs) the list of vessels"],
    ),
    (
        "The guidelines must be revised by each country and sent to the TS for consolidation.",
        ["Países Miembros: revise the guidelines and send them to the TS for consolidation"],
    ),
    (
        (
            "Ask the TS to prepare the agenda by June 1, 2019, Member Countries to comment on it by "
            "June 15, 2019, and IOM to print it in July 2019."
        ),
        [
            "ST: prepare the agenda, 2019-06-01",
            "Países Miembros: comment on it, 2019-06-15",
            "OIM: print it, 2019-07-31",
        ],
    ),
    (
        (
            "We agree to hold a workshop on visas in October 2019 and ask the TS to prepare a "
            "concept note by September 1, 2019."
        ),
        [
            "Países Miembros: hold a workshop on visas, 2019-10-31",
            "ST: prepare a concept note, 2019-09-01",
        ],
    ),
    (
        (
            "The Vice-Ministers agreed to strengthen consular cooperation and requested the TS to "
            "draft guidelines by January 31, 2020."
        ),
        [
            "Viceministros: strengthen consular cooperation",
            "ST: draft guidelines, 2020-01-31",
        ],
    ),
    (
        (
            "Urge Member Countries to share their experiences, and instruct the TS to compile them "
            "by August 30, 2019."
        ),
        [
            "Países Miembros: share their experiences",
            "ST: compile them, 2019-08-30",
        ],
    ),
    (
        "Request the TS to prepare a manual in July 2019, and invite UNHCR to review the text.",
        [
            "ST: prepare a manual, 2019-07-31",
            "ACNUR: review the text",
        ],
    ),
    (
        (
            "Belize took note of the comments of the TS and undertook to submit a new version by "
            "June 30, 2019."
        ),
        [
            "Belice: submit a new version, 2019-06-30",
        ],
    ),
    (
        ("Canada announced a new fund for training and committed to circulate the guidelines in July 2019."),
        [
            "Canadá: circulate the guidelines, 2019-07-31",
        ],
    ),
    (
        "Mexico, having heard the report of the TS, pledged to pay its contribution by June 30, 2019.",
        [
            "México: pay its contribution, 2019-06-30",
        ],
    ),
    (
        (
            "Honduras and Mexico, following the bilateral meeting held in Tapachula on April 3, "
            "2019, committed to sign an agreement by November 30, 2019."
        ),
        [
            "Honduras, México: sign an agreement, 2019-11-30",
        ],
    ),
    (
        ("Accept the offer of Honduras to assume the Presidency Pro Tempore and to host the next meeting."),
        [
            "Honduras: assume the Presidency Pro Tempore and host the next meeting",
        ],
    ),
    (
        (
            "Thank Honduras for its offer to assume the PPT and to host the XXV RCM in November "
            "2019, and accept it."
        ),
        [
            "Honduras: assume the PPT and host the XXV RCM, 2019-11-30",
        ],
    ),
    (
        "The TS, together with IOM, will prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "Request the TS to prepare, together with IOM, a study on remittances.",
        [
            "ST: prepare a study on remittances",
        ],
    ),
    (
        "Prepare a compendium of laws, under the responsibility of Guatemala and UNHCR.",
        [
            "Guatemala, ACNUR: prepare a compendium of laws",
        ],
    ),
    (
        "The manual must be reviewed by each country before June 30, 2019.",
        [
            "Países Miembros: review the manual, 2019-06-30",
        ],
    ),
    (
        "The form shall be completed by Member Countries by July 1, 2019.",
        [
            "Países Miembros: complete the form, 2019-07-01",
        ],
    ),
    (
        "The draft is to be reviewed by each country and the final text will be edited by IOM.",
        [
            "Países Miembros: review the draft",
            "OIM: edit the final text",
        ],
    ),
    (
        "The TS to complete the matrix by July 1, 2019.",
        [
            "ST: complete the matrix, 2019-07-01",
        ],
    ),
    (
        "IOM and UNHCR to prepare a joint paper by July 1, 2019.",
        [
            "OIM, ACNUR: prepare a joint paper, 2019-07-01",
        ],
    ),
    (
        "Member Countries to submit their comments to the TS by July 1, 2019.",
        [
            "Países Miembros: submit their comments to the TS, 2019-07-01",
        ],
    ),
    (
        "TS to circulate the minutes; Mexico to host the next session in July 2019.",
        [
            "ST: circulate the minutes",
            "México: host the next session, 2019-07-31",
        ],
    ),
    (
        (
            "The Consular Protection Network and the Network against Smuggling and Trafficking met. "
            "Both networks agreed to publish a bulletin by July 1, 2019."
        ),
        [
            "Red de Protección Consular, Red contra Tráfico y Trata: publish a bulletin, 2019-07-01",
        ],
    ),
    (
        "Requests the Secretariat to prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "Decides to establish a working group on visas.",
        [
            "Países Miembros: establish a working group on visas",
        ],
    ),
    (
        "Decides that the TS shall publish the minutes.",
        [
            "ST: publish the minutes",
        ],
    ),
    (
        "Invites Member Countries to contribute to the fund.",
        [
            "Países Miembros: contribute to the fund",
        ],
    ),
    (
        "Encourages Belize and Panama to ratify the Protocol, and requests IOM to support them.",
        [
            "Belice, Panamá: ratify the Protocol",
            "OIM: support them",
        ],
    ),
    (
        "REQUESTS the Technical Secretariat to publish the minutes.",
        [
            "ST: publish the minutes",
        ],
    ),
    (
        "URGES Member Countries to pay their contributions.",
        [
            "Países Miembros: pay their contributions",
        ],
    ),
    (
        "It was agreed that the TS would circulate the draft by July 1, 2019.",
        [
            "ST: circulate the draft, 2019-07-01",
        ],
    ),
    (
        "It was decided that Mexico will host the workshop in July 2019.",
        [
            "México: host the workshop, 2019-07-31",
        ],
    ),
    (
        "It was agreed to hold a workshop in July 2019.",
        [
            "nobody: hold a workshop, 2019-07-31",
        ],
    ),
    (
        "The meeting tasked the TS to prepare a study by July 1, 2019.",
        [
            "ST: prepare a study, 2019-07-01",
        ],
    ),
    (
        "The meeting mandated IOM to carry out a survey.",
        [
            "OIM: carry out a survey",
        ],
    ),
    (
        "Commitment of Mexico to submit its data by July 1, 2019.",
        [
            "México: submit its data, 2019-07-01",
        ],
    ),
    (
        ("Establish a Technical Committee, made up of Canada and Mexico, which shall report in July 2019."),
        [
            "Technical Committee: report, 2019-07-31",
        ],
    ),
    (
        "The working group shall submit its report by July 1, 2019.",
        [
            "working group: submit its report, 2019-07-01",
        ],
    ),
    ("The host country will cover the costs of the venue.", []),
    ("The workshop will last three days.", []),
    ("The network directory will contain all contacts.", []),
    (
        "The minutes will be drafted by the TS and will be published by IOM.",
        [
            "ST: draft the minutes",
            "OIM: publish the minutes",
        ],
    ),
    (
        (
            "The delegation of Panama presented the results of the survey and agreed to share the "
            "database by July 1, 2019."
        ),
        [
            "Panamá: share the database, 2019-07-01",
        ],
    ),
    ("UNHCR expressed its thanks and offered to share its manual.", []),
    (
        "The representative of UNHCR presented the project and undertook to circulate the form.",
        [
            "ACNUR: circulate the form",
        ],
    ),
    (
        "Thank Canada for its support and request the TS to inform it of the results by July 1, 2019.",
        [
            "ST: inform it of the results, 2019-07-01",
        ],
    ),
    (
        "Take note of the report of IOM and request it to submit a final version by July 1, 2019.",
        [
            "OIM: submit a final version, 2019-07-01",
        ],
    ),
    (
        "Welcome the report of the TS and ask it to update the matrix.",
        [
            "ST: update the matrix",
        ],
    ),
    (
        "Approve the plan of work and instruct the TS to carry it out by July 1, 2019.",
        [
            "ST: carry it out, 2019-07-01",
        ],
    ),
    (
        ("We thank Panama for its hospitality, we adopt the plan and we commit to review it in July 2019."),
        [
            "Países Miembros: review it, 2019-07-31",
        ],
    ),
    (
        "We commit ourselves to protect migrants and call on IOM to support us.",
        [
            "Países Miembros: protect migrants",
            "OIM: support us",
        ],
    ),
    (
        (
            "Encourages States to ratify the Convention and further requests the Secretariat to "
            "report on progress by 31 December 2019."
        ),
        [
            "Países Miembros: ratify the Convention",
            "ST: report on progress, 2019-12-31",
        ],
    ),
    (
        "Express satisfaction with the progress made and urge Member Countries to consolidate it.",
        [
            "Países Miembros: consolidate it",
        ],
    ),
    (
        (
            "Having considered the report, the Meeting requested the TS to update the work plan and "
            "agreed that the PPT would present it in November 2019."
        ),
        [
            "ST: update the work plan",
            "PPT: present it, 2019-11-30",
        ],
    ),
    (
        "The Group took note of the report and requested the TS to publish it by 1 July 2019.",
        [
            "ST: publish it, 2019-07-01",
        ],
    ),
    (
        "It was agreed that Panama would chair the group and that the TS would provide support.",
        [
            "Panamá: chair the group",
            "ST: provide support",
        ],
    ),
    (
        "It was further agreed that the TS shall circulate the minutes within 15 days.",
        [
            "ST: circulate the minutes, 2019-05-31",
        ],
    ),
    (
        (
            "The Dominican Republic and the IDB, with the support of Canada, will prepare the study "
            "by July 1, 2019."
        ),
        [
            "República Dominicana, BID: prepare the study, 2019-07-01",
        ],
    ),
    (
        "The Meeting accepted Belize's offer to host the seminar in July 2019 and to cover its costs.",
        [
            "Belice: host the seminar and cover its costs, 2019-07-31",
        ],
    ),
    (
        "Mexico: present a report in July 2019.",
        [
            "México: present a report, 2019-07-31",
        ],
    ),
    ("Reiterated that migration has very good sides and must be seen as a whole.", []),
    (
        "Urge those Member Countries that have not yet done so to appoint their liaison officers.",
        [
            "Países Miembros: appoint their liaison officers",
        ],
    ),
    (
        "We reaffirm our commitment to protect migrant children.",
        [
            "Países Miembros: protect migrant children",
        ],
    ),
    (
        "We call upon the international community to support transit countries.",
        [
            "international community: support transit countries",
        ],
    ),
    ("Calls for the rights of migrants to be respected.", []),
    (
        "Ministers instructed the Secretariat to present a proposal within 60 days.",
        [
            "ST: present a proposal, 2019-07-15",
        ],
    ),
    (
        "The Meeting invited Canada, Mexico and IOM to submit proposals.",
        [
            "Canadá, México, OIM: submit proposals",
        ],
    ),
    (
        "Each country will name a liaison and send its data to the TS by July 1, 2019.",
        [
            "Países Miembros: name a liaison and send its data to the TS, 2019-07-01",
        ],
    ),
    (
        "Comments on the draft are to be sent to the TS no later than June 30, 2019.",
        [
            "nobody: send comments on the draft to the TS, 2019-06-30",
        ],
    ),
    (
        "The TS is to circulate the draft by June 30, 2019.",
        [
            "ST: circulate the draft, 2019-06-30",
        ],
    ),
    (
        (
            "The TS was asked to circulate the draft by June 30, 2019, and Member Countries to "
            "comment on it by July 31, 2019."
        ),
        [
            "ST: circulate the draft, 2019-06-30",
            "Países Miembros: comment on it, 2019-07-31",
        ],
    ),
    (
        "The TS was requested to update the matrix.",
        [
            "ST: update the matrix",
        ],
    ),
    ("The delegation of Mexico said it would send comments.", []),
    ("Honduras requested the TS to include the item on the agenda.", []),
    ("The TS informed the Group that the budget was approved.", []),
    ("IOM noted that countries need to submit their reports.", []),
    (
        "Agreed to continue working together.",
        [
            "Países Miembros: continue working together",
        ],
    ),
    (
        "Resolves to convene a conference in November 2019 and to invite the OAS as an observer.",
        [
            "Países Miembros: convene a conference and invite the OAS as an observer, 2019-11-30",
        ],
    ),
    ("Takes note with appreciation of the offer of Panama to host the workshop.", []),
    (
        "The PPT shall, in consultation with Member Countries, draft the agenda by July 1, 2019.",
        [
            "PPT: draft the agenda, 2019-07-01",
        ],
    ),
    ("To be completed by the TS by July 1, 2019.", []),
    (
        "Panama will host the workshop in July 2019, with IOM covering the costs.",
        [
            "Panamá: host the workshop, with IOM covering the costs, 2019-07-31",
        ],
    ),
    (
        (
            "Member Countries will send their data by July 1, 2019, the TS will compile them by July "
            "15, 2019 and the PPT will present them in August 2019."
        ),
        [
            "Países Miembros: send their data, 2019-07-01",
            "ST: compile them, 2019-07-15",
            "PPT: present them, 2019-08-31",
        ],
    ),
    (
        "It is the responsibility of the TS to circulate the minutes.",
        [
            "ST: circulate the minutes",
        ],
    ),
    (
        "The TS has been requested to circulate the minutes.",
        [
            "ST: circulate the minutes",
        ],
    ),
    (
        "Member Countries ought to ratify the Convention.",
        [
            "Países Miembros: ratify the Convention",
        ],
    ),
    (
        "By July 1, 2019, the PPT will convene a meeting.",
        [
            "PPT: convene a meeting, 2019-07-01",
        ],
    ),
    (
        "Mexico agreed to coordinate the group.",
        [
            "México: coordinate the group",
        ],
    ),
    (
        "Mexico and Guatemala decided to create a working table.",
        [
            "México, Guatemala: create a working table",
        ],
    ),
    (
        "The TS, in turn, will publish the results.",
        [
            "ST: publish the results",
        ],
    ),
    (
        "Requesting the TS to circulate the minutes by July 1, 2019.",
        [
            "ST: circulate the minutes, 2019-07-01",
        ],
    ),
    (
        "The Secretariat is hereby requested to circulate the minutes.",
        [
            "ST: circulate the minutes",
        ],
    ),
    (
        "The Conference decides that the next meeting be hosted by Belize.",
        [
            "Belice: host the next meeting",
        ],
    ),
    (
        "Member Countries are encouraged to share data and IOM is invited to support them.",
        [
            "Países Miembros: share data",
            "OIM: support them",
        ],
    ),
    (
        "Member Countries agreed that they would share data by July 1, 2019.",
        [
            "Países Miembros: share data, 2019-07-01",
        ],
    ),
    (
        "IOM offered to finance the course, and the Group accepted this offer.",
        ["OIM: finance the course"],
    ),
    ("IOM offered to finance the course, but the Group did not accept this offer.", []),
    (
        "Panama offered, and the Group gratefully accepted, to host a drill in David in June 2020.",
        ["Panamá: host a drill in David, 2020-06-30"],
    ),
    (
        "It was agreed to take up the kind offer of Panama to host the meeting in June 2020.",
        ["Panamá: host the meeting, 2020-06-30"],
    ),
    (
        "At the invitation of Honduras, the fourth meeting of the Group will take place in February 2020.",
        ["Honduras: host the fourth meeting of the Group, 2020-02-29"],
    ),
    (
        "Belize and Panama shall each put forward two trainers not later than Friday, 15 November 2019.",
        ["Belice, Panamá: put forward two trainers, 2019-11-15"],
    ),
    (
        "The Caribbean Development Bank (CDB) was asked to look into a credit line.",
        ["CDB: look into a credit line"],
    ),
    (
        "Canada and the United States would circulate a revised text by 15 May 2020.",
        ["Canadá, Estados Unidos: circulate a revised text, 2020-05-15"],
    ),
    (
        "Member Countries were reminded of their contributions and asked to pay them by 1 July 2020.",
        ["Países Miembros: pay them, 2020-07-01"],
    ),
    (
        "The Chair encouraged the Inter-American Development Bank to consider a small-grants window.",
        ["BID: consider a small-grants window"],
    ),
    ("The Group did not request the TS to publish the report.", []),
    (
        "The TS will send a glossary of terms (by 15 December 2019); and IOM will publish it.",
        ["ST: send a glossary of terms, 2019-12-15", "OIM: publish it"],
    ),
    (
        "That members, other than Panama, will return the questionnaire by 1 July 2019.",
        ["members, other than Panama: return the questionnaire, 2019-07-01"],
    ),
    (
        "Members will send their names to the TS by 1 July 2019.",
        ["Países Miembros: send their names to the TS, 2019-07-01"],
    ),
    ("members of the working group will meet.", ["members of the working group: meet"]),
    (
        "Interested countries should send names to the TS by 1 July 2019.",
        ["interested countries: send names to the TS, 2019-07-01"],
    ),
    (
        "To accept the invitation, Panama bearing the expense of interpretation.",
        ["Panamá: bear the expense of interpretation"],
    ),
    ("The Group took note of the report, Mexico expressing its concern.", []),
    ("Mexico announced that it would send its data by 1 July 2019.", ["México: send its data, 2019-07-01"]),
    ("A debtor would pay interest.", []),
    ("To postpone consideration of the draft until Panama circulates a version.", []),
    (
        "That the TS put a programme in hand, four birds having been found dead in July.",
        ["ST: put a programme in hand"],
    ),
    (
        "To instruct the Liaison Officers Network to Combat Trafficking in Persons to update its directory.",
        ["Liaison Officers Network to Combat Trafficking in Persons: update its directory"],
    ),
    (
        "Invite delegations to a field visit in David from 12 to 14 July 2019.",
        ["Países Miembros: attend a field visit in David, 2019-07-14"],
    ),
    (
        "That the PTP, which Guatemala will take over on 1 July 2019, will have two priorities.",
        ["Guatemala: take over, 2019-07-01"],
    ),
    (
        "Honduras will hand over the archives to Panama, the latter assuming the PTP on 1 July 2019.",
        ["Honduras: hand over the archives to Panama", "Panamá: assume the PTP, 2019-07-01"],
    ),
    (
        "It was decided that excluder devices shall be fitted to all trawlers by 1 July 2019.",
        ["nobody: fit excluder devices to all trawlers, 2019-07-01"],
    ),
    (
        "It was settled that the TS will publish the minutes by 1 July 2019.",
        ["ST: publish the minutes, 2019-07-01"],
    ),
    ("Member Countries shall not sell data.", ["Países Miembros: not sell data"]),
    ("Request IOM not to publish the data.", ["OIM: not publish the data"]),
    ("That the TS not publish the data.", ["ST: not publish the data"]),
    ("The TS will have them translated into Spanish.", ["ST: have them translated into Spanish"]),
    ("The PTP will have two priorities.", []),
    (
        "We value the proposals of IOM, and will answer them by 30 November 2019.",
        ["Países Miembros: answer them, 2019-11-30"],
    ),
    ("We decline, at the suggestion of Honduras, to open the sessions to the press.", []),
    ("We entrust to the Technical Secretariat the preparation of a budget.", ["ST: preparation of a budget"]),
    ("A form will be drafted by Guatemala in plain language.", ["Guatemala: draft a form in plain language"]),
    ("The record will be tried in six schools by Mexico.", ["México: try the record in six schools"]),
    ("The vacancy will be advertised by the TS.", ["ST: advertise the vacancy"]),
    (
        "An evaluation of the Conference's first years will be written by the TS.",
        ["ST: write an evaluation of the Conference's first years"],
    ),
    (
        "It was decided that no child shall be interviewed without a guardian.",
        ["nobody: interview no child without a guardian"],
    ),
    (
        "IOM will evaluate the exercise and report within sixty days of its conclusion.",
        ["OIM: evaluate the exercise and report"],
    ),
    ("A person admitted shall not be asked for a visa.", ["nobody: not ask a person admitted for a visa"]),
    ("Guatemala indicated that the law will enter into force in July 2019.", []),
    ("Annual report: Technical Secretariat, 30 June 2019.", ["ST: annual report, 2019-06-30"]),
    # Those whom a description leaves are kept in the act's words.
    (
        "Urge those countries that still owe contributions to pay them by 31 March 2020.",
        ["countries that still owe contributions: pay them, 2020-03-31"],
    ),
    (
        "Request members with outstanding contributions to pay them by 31 March 2020.",
        ["members with outstanding contributions: pay them, 2020-03-31"],
    ),
    (
        "Members that have not yet ratified the Protocol are urged to do so.",
        ["members that have not yet ratified the Protocol: ratify the Protocol"],
    ),
    ("Those who owe shall pay by 31 March 2020.", ["those who owe: pay, 2020-03-31"]),
    (
        "Each of the pilot countries shall submit its data.",
        ["each of the pilot countries: submit its data"],
    ),
    ("Request each of the pilot countries to submit data.", ["each of the pilot countries: submit data"]),
    (
        "Invite countries that so wish to submit comments by 3 July 2019.",
        ["countries that so wish: submit comments, 2019-07-03"],
    ),
    ("Member Countries, with the support of IOM, shall send data.", ["Países Miembros: send data"]),
    (
        "The TS will hold the XXI Meeting on 5 July 2019. It will send papers by the day before the meeting.",
        ["ST: hold the XXI Meeting, 2019-07-05", "ST: send papers, 2019-07-04"],
    ),
    # An aside may part a pledge from its "to".
    (
        "We undertake, each in our own country, to complete an inventory by 30 June 2020.",
        ["Países Miembros: complete an inventory, 2020-06-30"],
    ),
    (
        "We pledge, individually and collectively, to ratify the Protocol.",
        ["Países Miembros: ratify the Protocol"],
    ),
    ("We commit ourselves, in line with our laws, to share data.", ["Países Miembros: share data"]),
    (
        "The TS was tasked with mapping the contact points and with circulating the list.",
        ["ST: map the contact points and circulate the list"],
    ),
    (
        "The TS is charged with preparing the glossary by July 5, 2019 and circulating it.",
        ["ST: prepare the glossary and circulate it, 2019-07-05"],
    ),
    ("The TS was entrusted with the preparation of a glossary.", ["ST: preparation of a glossary"]),
    (
        "The Vice-Minister of Costa Rica announced that her country will send the data by 5 July 2019.",
        ["Costa Rica: send the data, 2019-07-05"],
    ),
    ("The Vice-Minister of Costa Rica announced that the workshop will be useful.", []),
    ("The representative of El Salvador stated that his Government would privatize distribution.", []),
    # Those asked may be some whom no file names.
    (
        "Request Canada, other donors and IOM to fund the plan.",
        ["Canadá, other donors, OIM: fund the plan"],
    ),
    ("Request Canada, in line with the Plan of Action, to share data.", ["Canadá: share data"]),
    ("Request Canada, as PTP, to share data.", ["Canadá: share data"]),
    (
        "To establish a Working Group on Seafarers, which shall submit a draft by 30 November 2019.",
        ["Working Group on Seafarers: submit a draft, 2019-11-30"],
    ),
    (
        "Entrust the draft to Canada, which shall circulate it by 30 November 2019.",
        ["Canadá: circulate it, 2019-11-30"],
    ),
    # The present binds by a last day of its own, and tells what is without one.
    (
        "The Secretariat circulates the draft by 3 July 2019 and sends it to IOM.",
        ["ST: circulate the draft and send it to IOM, 2019-07-03"],
    ),
    (
        "Member Countries send their comments to the Secretariat no later than 20 July 2019.",
        ["Países Miembros: send their comments to the Secretariat, 2019-07-20"],
    ),
    ("Honduras prepares the agenda and Belize chairs the session.", []),
    ("Belize notes that contributions are due by 31 July 2019.", []),
    ("Nothing prevents members from sending comments by 3 August 2019.", []),
    ("The Secretariat draft was sent to Honduras by 3 July 2019.", []),
    ("Should funds allow, Belize would like to host a workshop.", []),
    ("Belize would prefer to wait.", []),
    ("Belize would host the workshop.", ["Belice: host the workshop"]),
    (
        "Decides also that the agenda shall be circulated by the Secretariat by 5 July 2019.",
        ["ST: circulate the agenda, 2019-07-05"],
    ),
    # "Both" are two, who must have been named.
    (
        "Guatemala to provide the raw data to Belize. Both sides to nominate one hydrologist each.",
        ["Guatemala: provide the raw data to Belize", "both sides: nominate one hydrologist each"],
    ),
    ("IOM extends until 31 December 2029 the loan of two advisers to Belize.", []),
    # Persons with their titles, and local bodies, go by the act's words.
    (
        "Mr. P. Hall undertook to send the form by July 5, 2019.",
        ["Mr. P. Hall: send the form, 2019-07-05"],
    ),
    ("Dr. Ann Lee will revise the glossary.", ["Dr. Ann Lee: revise the glossary"]),
    ("Ask Ms. Hall to convene the group.", ["Ms. Hall: convene the group"]),
    ("Mr. Chairman thanked Ms. Hall for the report.", []),
    (
        "The municipality of Dangriga will repair the bridge.",
        ["municipality of Dangriga: repair the bridge"],
    ),
    ("The Town of San Ignacio shall lend the hall.", ["Town of San Ignacio: lend the hall"]),
    # Countries by their long names.
    (
        "The Republic of Kenya and the United Republic of Tanzania shall share their data by July 5, 2019.",
        ["Kenia, Tanzania: share their data, 2019-07-05"],
    ),
    ("Each Contracting State shall pay its share.", ["each Contracting State: pay its share"]),
    # A second verb may be of the sentence's subject.
    (
        "Honduras explained the system and will install it by July 5, 2019.",
        ["Honduras: install it, 2019-07-05"],
    ),
    (
        "Hold a forum in June 2020, on a date that Belize will confirm by July 5, 2019.",
        ["Países Miembros: hold a forum, 2020-06-30", "Belice: confirm, 2019-07-05"],
    ),
    ("The TS shall send the list no later than three weeks beforehand.", ["ST: send the list"]),
    # Thanks that are passed on and concern that is shared bind nobody, nor do negations and how things are.
    ("Extend to the people of Belize the sympathy of all delegations.", []),
    ("Share the concern of Belize about what migrants must pay.", []),
    ("Nothing in this act shall bind the observers.", []),
    ("Nothing in the guide shall oblige a State to publish its data.", []),
    ("Asylum is a right and must be protected in the region.", []),
    (
        "The Chair asked Members to consider whether the fee ought to be raised.",
        ["Países Miembros: consider whether the fee ought to be raised"],
    ),
    (
        "The offer of Belize to hold the forum there in June 2020 was accepted.",
        ["Belice: hold the forum there, 2020-06-30"],
    ),
    ("Both networks agreed to draft a guide.", ["both networks: draft a guide"]),
    (
        "The TS shall launch the guide by June 20, 2019, World Refugee Day, and inform the PPT.",
        ["ST: launch the guide and inform the PPT, 2019-06-20"],
    ),
    # Two months apart are two times.
    ("The TS shall inform donors in March and October 2020.", ["ST: inform donors"]),
    (
        "The TS shall inform donors in March and April 2020.",
        ["ST: inform donors, 2020-04-30"],
    ),
    (
        "The Minister of Energy of Belize, Hon. Ann Lee, undertook to sign the treaty by July 5, 2019.",
        ["Minister of Energy of Belize: sign the treaty, 2019-07-05"],
    ),
    (
        "The TS is tasked with: (i) translating the guide by July 5, 2019; (ii) sharing it in August 2019.",
        ["ST: translate the guide, 2019-07-05", "ST: share it, 2019-08-31"],
    ),
    (
        "Belize shall pay in two parts, the first by 31 October 2019 and the second by 30 April 2020.",
        ["Belice: pay in two parts, 2019-10-31", "Belice: pay the second, 2020-04-30"],
    ),
    ("FAO undertook to send its guide by July 5, 2019.", ["FAO: send its guide, 2019-07-05"]),
    (
        "The guide shall be drafted by May 31, 2019 and the leaflet printed by July 5, 2019.",
        ["nobody: draft the guide, 2019-05-31", "nobody: print the leaflet, 2019-07-05"],
    ),
    (
        "The guide shall be sent to the members and the observers accredited before July 5, 2019.",
        ["nobody: send the guide to the members and the observers accredited, 2019-07-05"],
    ),
    (
        "The guide will be drafted by IOM and translated by UNHCR.",
        ["OIM: draft the guide", "ACNUR: translate the guide"],
    ),
    (
        "The TS shall divide the plan into parts, the first of which shall be sent by July 5, 2019.",
        ["ST: divide the plan into parts, the first of which shall be sent, 2019-07-05"],
    ),
    ("We will exchange our lists by July 5, 2019.", ["Países Miembros: exchange our lists, 2019-07-05"]),
    ("We will meet again in Belize on July 5, 2019.", []),
    ("It is recommended that Belize sign the treaty.", ["Belice: sign the treaty"]),
    ("The Secretariat, assisted by FAO, shall prepare the guide.", ["ST: prepare the guide"]),
    (
        "The Group thanks Mexico for offering to host the workshop, an offer which it accepts.",
        ["México: host the workshop"],
    ),
    (
        (
            "Belize and Panama were requested to send their data, the former by July 5, 2019 and "
            "the latter by August 5, 2019."
        ),
        ["Belice: send their data, 2019-07-05", "Panamá: send their data, 2019-08-05"],
    ),
    (
        (
            "Belize and Panama shall pay their dues, in the case of Belize by July 5, 2019 and in "
            "that of Panama by August 5, 2019."
        ),
        ["Belice: pay their dues, 2019-07-05", "Panamá: pay their dues, 2019-08-05"],
    ),
    (
        (
            "It was agreed that the form would be circulated by the TS and that it should be "
            "returned, duly completed, by each Member Country."
        ),
        ["ST: circulate the form", "Países Miembros: return it, duly completed"],
    ),
    (
        "IOM was requested to undertake, within a year and with the help of UNHCR, a study on asylum.",
        ["OIM: undertake a study on asylum, 2020-05-16"],
    ),
    (
        "The TS shall update the directory by July 5, 2019 and thereafter every six months.",
        ["ST: update the directory, 2019-07-05", "ST: update the directory"],
    ),
    (
        "The lists will be sent by Belize in July 2019 and updated every two weeks.",
        ["Belice: send the lists, 2019-07-31", "Belice: update the lists"],
    ),
    (
        (
            "The TS shall print the forms by July 5, 2019, on the basis of figures that each "
            "ministry shall submit to it by June 28, 2019."
        ),
        [
            "ST: print the forms, on the basis of figures, 2019-07-05",
            "each ministry: submit figures to it, 2019-06-28",
        ],
    ),
    (
        (
            "El Salvador will prepare a matrix, for which each country of origin shall provide "
            "data, if available, by July 5, 2019."
        ),
        ["El Salvador: prepare a matrix", "each country of origin: provide data, if available, 2019-07-05"],
    ),
    (
        "Belize and Mexico have offered, and the Group has accepted, to receive patients.",
        ["Belice, México: receive patients"],
    ),
    (
        (
            "A workshop will be held in July 2019, Mexico being responsible for the logistics and "
            "IOM for the speakers."
        ),
        ["México: logistics", "OIM: speakers"],
    ),
    (
        "The TS reports every six months, and Belize will review the plan by July 5, 2019.",
        ["Belice: review the plan, 2019-07-05"],
    ),
    ("From July 5, 2019 each Member Country shall send its data.", ["Países Miembros: send its data"]),
    ("CALLS UPON Belize to send its data.", ["Belice: send its data"]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=first_words)
def test_a_duty_is_read_in_english(text: str, expected: list[str]) -> None:
    assert duties_in(text, "en") == expected
