import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the icon's pictures into one file as Windows (.ico) or macOS (.icns) wants it: {@code java
 * IconFile.java FOLDER FILE}. Both take PNG as it is.
 */
public final class IconFile {
  private static final int[] ICO = {16, 24, 32, 48, 64, 128, 256};

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path file = Path.of(args[1]);
    Files.write(file, args[1].endsWith(".ico") ? ico(folder) : icns(folder));
  }

  private static byte[] picture(Path folder, int size) throws IOException {
    return Files.readAllBytes(folder.resolve("parley-" + size + ".png"));
  }

  /** A directory of sixteen bytes each, then the pictures. */
  private static byte[] ico(Path folder) throws IOException {
    var body = new ByteArrayOutputStream();
    int start = 6 + 16 * ICO.length;
    ByteBuffer head = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
    for (int size : ICO) {
      byte[] png = picture(folder, size);
      // 256 is written as 0.
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32).putInt(png.length);
      head.putInt(start + body.size());
      body.write(png);
    }
    var all = new ByteArrayOutputStream();
    all.write(head.array());
    body.writeTo(all);
    return all.toByteArray();
  }

  private static byte[] icns(Path folder) throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put("icp4", 16);
    types.put("icp5", 32);
    types.put("icp6", 64);
    types.put("ic07", 128);
    types.put("ic08", 256);
    types.put("ic09", 512);
    var body = new ByteArrayOutputStream();
    var out = new DataOutputStream(body);
    for (Map.Entry<String, Integer> type : types.entrySet()) {
      byte[] png = picture(folder, type.getValue());
      out.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(8 + png.length);
      out.write(png);
    }
    var all = new ByteArrayOutputStream();
    var head = new DataOutputStream(all);
    head.write("icns".getBytes(StandardCharsets.US_ASCII));
    head.writeInt(8 + body.size());
    body.writeTo(all);
    return all.toByteArray();
  }
}
