package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a quota files take that are passed on, or come twice. */
class FileSharesTest {
  private static final String HASH = "a".repeat(64);

  @TempDir Path folder;

  private Store store;
  private Desk desk;
  private Desk.Guest ann;
  private Desk.Guest ben;
  private RoomId kitchen;
  private RoomId office;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, _ -> {}, Desk.RULES, () -> Instant.ofEpochMilli(1_000_000));
    desk = new Desk(store);
    ann = desk.guest("ann");
    ben = desk.guest("ben");
    kitchen = desk.join(ann, "kitchen").state().room().id();
    office = desk.join(ann, "office").state().room().id();
    desk.join(ben, "kitchen");
    desk.join(ben, "office");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void fileThatIsPassedOnTakesRoomOnTheServerOnce() {
    long seq = said(ann, "f_1", 60, HASH);
    passOn(ann, seq);
    passOn(ben, seq);
    assertThat(begin(ben, "f_2", 41, 1_000, 100)).isInstanceOf(Result.Refused.class);
    assertThat(begin(ben, "f_3", 40, 1_000, 100)).isInstanceOf(Result.Done.class);
  }

  @Test
  void fileThatIsPassedOnByWhoUploadedItTakesOfTheirShareOnce() {
    passOn(ann, said(ann, "f_1", 60, HASH));
    assertThat(begin(ann, "f_2", 41, 100, 1_000)).isInstanceOf(Result.Refused.class);
    assertThat(begin(ann, "f_3", 40, 100, 1_000)).isInstanceOf(Result.Done.class);
  }

  @Test
  void whatAnotherUploadedIsInTheShareOfWhoKeepsItThereByPassingItOn() {
    passOn(ben, said(ann, "f_1", 60, HASH));
    assertThat(begin(ben, "f_2", 41, 100, 1_000)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void nobodyPassesOnMoreThanTheirShare() {
    long seq = said(ann, "f_1", 60, HASH);
    assertThat(begin(ben, "f_2", 41, 100, 1_000)).isInstanceOf(Result.Done.class);
    assertThat(passingOn(ben, seq, 100))
        .isInstanceOfSatisfying(
            Result.Refused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.TOO_MANY));
    assertThat(passingOn(ben, seq, 101)).isInstanceOf(Result.Done.class);
    // The same bytes again take nothing more.
    assertThat(passingOn(ben, seq, 101)).isInstanceOf(Result.Done.class);
  }

  @Test
  void whatIsPassedOnBringsItsOwnFilesAndNoOthers() {
    long seq = said(ann, "f_1", 60, HASH);
    begin(ann, "f_2", 5, 1_000, 1_000);
    var file = new Attachment(new FileId("f_2"), "a.txt", 5, "text/plain", 0, 0, false);
    desk.done(new Write.File<>(new Filing.Finish(file, "b".repeat(64))));
    var hook = new Command.Hook(0, 0, new Command.Source(kitchen, seq), List.of(file.id()));
    assertThat(desk.submit(Desk.saying(ann, kitchen, Nonce.fresh(), "", hook, List.of())).join())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> {
              assertThat(no.code()).isEqualTo(ErrorCode.BAD_MESSAGE);
              assertThat(no.message()).contains("message of their own");
            });
  }

  @Test
  void whatIsSaidOfFilesMayBeTakenBackAndWhatIsSaidAloneMayNot() {
    long files = said(ann, "f_1", 60, HASH);
    desk.done(new Write.Edit(kitchen, ann.user(), files, "the plan", List.of()));
    assertThat(edited(files)).isInstanceOf(Result.Done.class);
    assertThat(edited(desk.say(ann, kitchen, "only words").seq()))
        .isInstanceOfSatisfying(
            Result.Refused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.BAD_MESSAGE));
  }

  private Result<Write.Changed> edited(long seq) {
    return desk.submit(new Write.Edit(kitchen, ann.user(), seq, "", List.of())).join();
  }

  private Result<Write.Appended> passingOn(Desk.Guest who, long seq, long share) {
    var hook = new Command.Hook(0, 0, new Command.Source(kitchen, seq));
    return desk.submit(
            new Write.Append(
                office,
                who.user(),
                who.device(),
                Nonce.fresh(),
                "",
                hook,
                List.of(),
                _ -> true,
                share,
                Integer.MAX_VALUE))
        .join();
  }

  @Test
  void otherBytesOfTheSameSizeCountByThemselves() {
    said(ann, "f_1", 30, HASH);
    said(ann, "f_2", 30, "b".repeat(64));
    assertThat(begin(ann, "f_3", 41, 100, 1_000)).isInstanceOf(Result.Refused.class);
    assertThat(begin(ann, "f_4", 41, 1_000, 100))
        .isInstanceOfSatisfying(
            Result.Refused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.TOO_MANY));
  }

  private long said(Desk.Guest who, String name, long size, String hash) {
    var id = new FileId(name);
    assertThat(begin(who, name, size, 1_000, 1_000)).isInstanceOf(Result.Done.class);
    var file = new Attachment(id, "a.txt", size, "text/plain", 0, 0, false);
    desk.done(new Write.File<>(new Filing.Finish(file, hash)));
    var hook = new Command.Hook(0, 0, null, List.of(id));
    return desk.done(Desk.saying(who, kitchen, Nonce.fresh(), "", hook, List.of())).message().seq();
  }

  private void passOn(Desk.Guest who, long seq) {
    var hook = new Command.Hook(0, 0, new Command.Source(kitchen, seq));
    desk.done(Desk.saying(who, office, Nonce.fresh(), "", hook, List.of()));
  }

  private Result<Write.Changed> begin(
      Desk.Guest who, String name, long size, long person, long server) {
    var quota = new Filing.Quota(person, server);
    return desk.submit(
            new Write.File<>(
                new Filing.Begin(
                    new FileId(name),
                    kitchen,
                    who.user(),
                    "a.txt",
                    size,
                    "text/plain",
                    null,
                    quota)))
        .join();
  }
}
