package chat.parley.model;

/**
 * What a server's files take and may take, in bytes. It is set where the server is started.
 *
 * @param files of all people together
 * @param most that they may take together; 0 for as much as the disk has
 * @param free on the disk
 * @param mostOfFile the largest file that is taken
 * @param mostOfPerson of all files of one person
 */
public record Storage(long files, long most, long free, long mostOfFile, long mostOfPerson) {
  public static final Storage UNKNOWN = new Storage(0, 0, 0, 0, 0);
}
