package chat.parley.server;

/** Which build this is. */
final class Version {
  private Version() {}

  /** As the jar says; "dev" when run from classes. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
