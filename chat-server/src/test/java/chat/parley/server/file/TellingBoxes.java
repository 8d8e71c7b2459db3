package chat.parley.server.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Photos and videos made of boxes, with a place in them. */
final class TellingBoxes {
  private static final byte[] SECRET = ascii(TellingFile.SECRET);

  private TellingBoxes() {}

  /** Where phones and programs put it. */
  enum Video {
    ANDROID,
    IPHONE,
    MOBILE_3GP,
    TRACK,
    ITUNES
  }

  /**
   * @param version of the table of places, 0 to 2
   * @param inside whether Exif lies in the box of metadata itself
   * @param pixels how many bytes
   */
  static TellingFile photo(int version, boolean inside, String brand, int pixels) {
    boolean idat = inside && version > 0;
    byte[] exif = joined(new byte[4], ascii("MM\0*"), SECRET);
    byte[] xmp = joined(ascii("<x:xmpmeta>"), SECRET);
    byte[] head = box("ftyp", ascii(brand + "\0\0\0\0mif1" + brand));
    byte[] infos =
        joined(infe(1, "hvc1", ""), infe(2, "Exif", ""), infe(3, "mime", "application/rdf+xml\0"));
    byte[] iinf = box("iinf", joined(new byte[4], ascii("\0\3"), infos));
    byte[] data = idat ? box("idat", exif) : new byte[0];
    byte[] sketch = meta(iinf, iloc(version, idat, 0, 0, 0), data);
    int mdat = head.length + sketch.length + 8;
    int xmpAt = mdat + pixels + 1;
    int exifAt = xmpAt + xmp.length;
    byte[] meta = meta(iinf, iloc(version, idat, mdat, exifAt, xmpAt), data);
    byte[] body = joined(noise(pixels + 1), xmp, idat ? new byte[0] : exif, ascii("the end"));
    byte[] all = joined(head, meta, box("mdat", body));
    int exifStart = idat ? head.length + meta.length - exif.length : exifAt;
    return new TellingFile(
        brand + " " + version + (idat ? " inside" : ""),
        all,
        List.of(
            new int[] {exifStart, exifStart + exif.length}, new int[] {xmpAt, xmpAt + xmp.length}));
  }

  private static byte[] meta(byte[] iinf, byte[] iloc, byte[] data) {
    byte[] handler = box("hdlr", joined(new byte[8], ascii("pict"), new byte[13]));
    return box("meta", joined(new byte[4], handler, iinf, iloc, data));
  }

  private static byte[] infe(int id, String type, String more) {
    return box("infe", joined(ascii("\2\0\0\0\0" + (char) id + "\0\0" + type + "\0" + more)));
  }

  private static byte[] iloc(int version, boolean idat, int pixels, int exif, int xmp) {
    ByteBuffer out = ByteBuffer.allocate(200);
    out.put((byte) version).put(new byte[3]).put((byte) 0x44).put((byte) 0);
    if (version == 2) {
      out.putInt(3);
    } else {
      out.putShort((short) 3);
    }
    int[] places = {pixels, idat ? 0 : exif, xmp};
    int[] lengths = {1, 8 + SECRET.length, 11 + SECRET.length};
    for (int i = 0; i < 3; i++) {
      if (version == 2) {
        out.putInt(i + 1);
      } else {
        out.putShort((short) (i + 1));
      }
      if (version > 0) {
        out.putShort((short) (idat && i == 1 ? 1 : 0));
      }
      out.putShort((short) 0).putShort((short) 1).putInt(places[i]).putInt(lengths[i]);
    }
    byte[] table = new byte[out.position()];
    out.get(0, table);
    return box("iloc", table);
  }

  /**
   * @param first whether what describes the video comes before its pixels
   */
  static TellingFile video(Video kind, boolean first, int pixels) {
    byte[] header = box("mvhd", noise(100));
    byte[] place = box("\u00a9xyz", joined(new byte[] {0, 18, 0x15, (byte) 0xc7}, SECRET));
    byte[] rest =
        switch (kind) {
          case ANDROID -> box("udta", joined(box("auth", ascii("Ann")), place));
          case MOBILE_3GP -> box("udta", box("loci", joined(new byte[6], ascii("Home\0"), SECRET)));
          case TRACK -> box("trak", joined(box("tkhd", noise(84)), box("udta", place)));
          case IPHONE -> box("meta", keyed());
          case ITUNES ->
              box("udta", box("meta", joined(new byte[4], handler(), box("ilst", place))));
        };
    byte[] movie = box("moov", joined(header, rest));
    byte[] media = box("mdat", noise(pixels));
    byte[] all =
        joined(
            box("ftyp", ascii("mp42\0\0\0\0isom")), first ? movie : media, first ? media : movie);
    return new TellingFile(kind + (first ? " first" : " last"), all, changing(all));
  }

  /** Two keys, of which the second tells; and a value for each, the second one's first. */
  private static byte[] keyed() {
    byte[] keys =
        joined(
            ascii("\0\0\0\0\0\0\0\2"),
            box("mdta", ascii("com.apple.quicktime.make")),
            box("mdta", ascii("com.apple.quicktime.location.ISO6709")));
    byte[] values =
        joined(
            box("\0\0\0\2", box("data", joined(ascii("\0\0\0\1\0\0\0\0"), SECRET))),
            box("\0\0\0\1", box("data", joined(ascii("\0\0\0\1\0\0\0\0"), ascii("Camera")))));
    return joined(handler(), box("keys", keys), box("ilst", values));
  }

  private static byte[] handler() {
    return box("hdlr", joined(new byte[8], ascii("mdta"), new byte[13]));
  }

  /** The value, and what stands before it in its box if that becomes a free one. */
  private static List<int[]> changing(byte[] all) {
    var stretches = new ArrayList<int[]>();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int secret = text.indexOf(TellingFile.SECRET);
    int end = secret + SECRET.length;
    stretches.add(new int[] {secret, end});
    int box = Math.max(text.lastIndexOf("\u00a9xyz", end), text.lastIndexOf("loci", end));
    if (box >= 0) {
      stretches.add(new int[] {box, end});
    }
    return stretches;
  }

  private static byte[] box(String type, byte[] body) {
    return joined(ByteBuffer.allocate(4).putInt(8 + body.length).array(), ascii(type), body);
  }

  private static byte[] noise(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 37 + 11);
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
