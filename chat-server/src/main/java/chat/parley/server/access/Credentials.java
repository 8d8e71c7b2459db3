package chat.parley.server.access;

/**
 * By what people prove who they are.
 *
 * @param decoy a hash that is checked for names that nobody has, so that they take as long
 */
public record Credentials(
    Passwords passwords,
    String decoy,
    HashPool hashes,
    LoginGuard guard,
    Passes passes,
    Bookmarks bookmarks,
    SetUpCode setUp) {}
