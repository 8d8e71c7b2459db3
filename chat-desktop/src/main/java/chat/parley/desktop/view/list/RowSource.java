package chat.parley.desktop.view.list;

/** Makes rows, and says which item may follow another in the same row. */
public interface RowSource<T> {
  /** Names the item as long as it is in the list; a changed item keeps its key. */
  Object keyOf(T item);

  /** A row made for one item of a kind can show any other of it. */
  Object kindOf(T item);

  Row<T> create(Object kind);

  /**
   * Whether the item stays between its neighbours when others come before it. One that does not,
   * such as a heading, is nothing by which a reader's place could be kept.
   */
  default boolean stays(T item) {
    return true;
  }
}
