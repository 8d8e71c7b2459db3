"""Makes the emoji that Parley ships from the npm package emoji-datasource-google, unpacked.

    python3 build/emoji-pack.py PACKAGE_FOLDER chat-desktop/src/main/resources/chat/parley/desktop/emoji

Writes emoji.tsv, a line for each emoji, and emoji.pack, their images in the same order. Needs Pillow.
"""
import io
import json
import pathlib
import struct
import sys

from PIL import Image

CATEGORIES = ["Smileys & Emotion", "People & Body", "Animals & Nature", "Food & Drink",
              "Travel & Places", "Activities", "Objects", "Symbols", "Flags", "Component"]
CELL, MARGIN, SIDE, COLOURS = 66, 1, 64, 64
TONES = {"1F3FB": "1", "1F3FC": "2", "1F3FD": "3", "1F3FE": "4", "1F3FF": "5"}

# What people look for, where neither name nor short names say it.
MORE_WORDS = {
    "+1": "yes ok like agree good", "-1": "no dislike disagree bad", "joy": "laugh lol haha funny tears",
    "rolling_on_the_floor_laughing": "lol rofl haha laugh", "smile": "happy", "grin": "happy",
    "heart": "love like red", "tada": "party celebrate congratulations hooray", "pray": "thanks please thank hope",
    "white_check_mark": "done yes ok tick green", "heavy_check_mark": "done yes ok tick", "x": "no wrong cancel",
    "fire": "hot lit flame", "rocket": "ship launch release fast", "eyes": "look watch see", "clap": "applause bravo well done",
    "wave": "hello hi bye goodbye", "ok_hand": "perfect fine", "muscle": "strong power", "sob": "cry sad tears",
    "cry": "sad tear", "thinking_face": "hmm think wonder", "face_palm": "facepalm doh", "shrug": "dunno whatever",
    "100": "perfect score hundred", "bug": "error defect", "wrench": "fix repair tool", "hammer_and_wrench": "fix repair tools",
    "coffee": "break tea cafe morning", "beer": "drink pub cheers", "beers": "drink cheers pub", "pizza": "lunch food",
    "cake": "birthday", "birthday": "cake party", "hourglass_flowing_sand": "wait time", "alarm_clock": "time late",
    "calendar": "date meeting", "date": "calendar meeting", "warning": "careful attention danger", "no_entry": "stop forbidden",
    "rotating_light": "alarm urgent emergency", "computer": "laptop work", "printer": "paper", "telephone_receiver": "call phone",
    "phone": "call telephone", "iphone": "mobile phone cell", "email": "mail letter", "memo": "note write pencil",
    "pushpin": "pin", "paperclip": "attach file", "lock": "secure private", "key": "password", "bulb": "idea light",
    "sunglasses": "cool", "heart_eyes": "love", "kissing_heart": "love kiss", "wink": "joke", "sweat_smile": "phew nervous",
    "tired_face": "exhausted", "sleeping": "sleep zzz tired", "zzz": "sleep tired", "mask": "ill sick", "face_with_thermometer": "ill sick fever",
    "rage": "angry mad", "angry": "mad", "scream": "shock fear", "open_mouth": "wow surprise", "exploding_head": "mind blown wow",
    "partying_face": "party celebrate birthday", "raised_hands": "hooray praise yay", "handshake": "deal agreement",
    "bow": "sorry thanks", "see_no_evil": "monkey oops", "poop": "shit", "hankey": "poop shit", "skull": "dead death",
    "ghost": "halloween boo", "star": "favourite favorite", "sparkles": "new shiny magic", "zap": "lightning fast power electricity",
    "snowflake": "cold winter", "sunny": "sun weather", "umbrella_with_rain_drops": "rain weather", "house": "home",
    "office": "work building", "car": "drive", "bike": "bicycle ride", "bus": "travel", "airplane": "flight travel holiday",
    "palm_tree": "holiday vacation beach", "christmas_tree": "xmas", "gift": "present", "trophy": "win prize", "moneybag": "money rich",
    "chart_with_upwards_trend": "growth up graph", "chart_with_downwards_trend": "loss down graph", "mag": "search find look",
    "speech_balloon": "chat talk comment", "question": "what why", "exclamation": "important", "heavy_plus_sign": "add",
    "recycle": "again reuse", "checkered_flag": "finish race", "waving_white_flag": "surrender", "rainbow": "pride",
}


def words(e):
    known = {w for short in e["short_names"] for w in short.replace("-", "_").split("_")}
    said = e["name"].lower().replace("-", " ").split() + e["subcategory"].replace("-", " ").split()
    more = [w for short in e["short_names"] for w in MORE_WORDS.get(short, "").split()]
    return " ".join(dict.fromkeys(w for w in said + more if w not in known))


def png(sheet, e):
    x, y = e["sheet_x"] * CELL + MARGIN, e["sheet_y"] * CELL + MARGIN
    image = sheet.crop((x, y, x + SIDE, y + SIDE)).quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(package, target):
    package, target = pathlib.Path(package), pathlib.Path(target)
    emoji = json.loads((package / "emoji.json").read_text("utf-8"))
    emoji = [e for e in emoji if e["has_img_google"]]
    emoji.sort(key=lambda e: (CATEGORIES.index(e["category"]), e["sort_order"]))
    sheet = Image.open(package / "img/google/sheets-256/64.png").convert("RGBA")
    lines, images = [], []
    for e in emoji:
        images.append(png(sheet, e))
        toned = []
        for tones, variant in e.get("skin_variations", {}).items():
            images.append(png(sheet, variant))
            toned.append("".join(TONES[t] for t in tones.split("-")) + "=" + variant["unified"])
        lines.append("\t".join([e["unified"], ",".join(e["short_names"]), str(CATEGORIES.index(e["category"])),
                                e["name"].lower(), words(e), " ".join(toned)]))
    target.mkdir(parents=True, exist_ok=True)
    (target / "emoji.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    (target / "emoji.pack").write_bytes(b"".join(struct.pack(">H", len(i)) + i for i in images))
    print(len(lines), "emoji,", len(images), "images,", sum(map(len, images)) // 1024, "KB")


main(*sys.argv[1:])
