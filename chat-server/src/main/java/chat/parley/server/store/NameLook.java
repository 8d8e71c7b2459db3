package chat.parley.server.store;

/**
 * What a name looks like at a glance, of its key: without what stands between its letters, and with
 * two v as the w they pass for. The database has the same as a column.
 */
final class NameLook {
  private NameLook() {}

  static String of(String nameKey) {
    return nameKey
        .replace(".", "")
        .replace("-", "")
        .replace("_", "")
        .replace("'", "")
        .replace("vv", "w");
  }
}
