package chat.parley.server.file;

/**
 * How much people may upload.
 *
 * @param file most bytes of one file
 * @param person most bytes of one person's files
 * @param server most bytes of all files together
 */
public record Quotas(long file, long person, long server) {
  private static final long MIB = 1024L * 1024;

  /** 100 MiB a file, 2 GiB a person, and as much as the disk has. */
  public static final Quotas DEFAULT = new Quotas(100 * MIB, 2_048 * MIB, Long.MAX_VALUE);
}
