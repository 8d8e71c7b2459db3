package chat.parley.desktop.viewmodel.outside;

/** What opens an address on this computer. */
@FunctionalInterface
public interface Browser {
  /** Answers false when it could not. Returns at once. */
  boolean open(String address);
}
