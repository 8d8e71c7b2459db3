package chat.parley.desktop.viewmodel.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.FileStamp;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing;
import chat.parley.client.RefusedException;
import chat.parley.desktop.testing.FakeTransfers;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.Ties;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FilesModelTest {
  private static final long MEGA = 1_000_000;

  private final Visit visit = new Visit(Say.state("lobby", 0, 0, 0), Say.state("kitchen", 0, 0, 0));
  private final FakeTransfers transfers = visit.server.transfers;
  private final ComposerModel composer = visit.home().composer();

  FilesModelTest() {
    select("lobby");
  }

  @Test
  void whatIsAttachedIsUploadedAtOnceAndGoesWithTheMessage() {
    attach("cake.jpg", "plan.pdf");
    assertThat(transfers.asked).containsExactly("upload cake.jpg", "upload plan.pdf");
    transfers.uploads.get("cake.jpg").moved(300);
    visit.fx.settle();
    assertThat(items().getFirst().sentProperty().get()).isEqualTo(300);
    arrives("cake.jpg");
    arrives("plan.pdf");
    composer.textProperty().set("For the party");
    send();
    assertThat(sends()).containsExactly(sent("For the party", "f-cake.jpg", "f-plan.pdf"));
    assertThat(items()).isEmpty();
    assertThat(composer.textProperty().get()).isEmpty();
  }

  @Test
  void aMessageMayBeFilesAndNothingElse() {
    assertThat(composer.canSendProperty().get()).isFalse();
    attach("cake.jpg");
    assertThat(composer.canSendProperty().get()).isTrue();
    arrives("cake.jpg");
    send();
    assertThat(sends()).containsExactly(sent("", "f-cake.jpg"));
  }

  @Test
  void sentTooEarlyItGoesOutByItselfWhenAllFilesAreThere() {
    attach("cake.jpg", "plan.pdf");
    composer.textProperty().set("Both");
    send();
    assertThat(bundle().dueProperty().get()).isTrue();
    assertThat(sends()).isEmpty();
    assertThat(composer.textProperty().get()).isEqualTo("Both");
    arrives("cake.jpg");
    assertThat(sends()).isEmpty();
    arrives("plan.pdf");
    assertThat(sends()).containsExactly(sent("Both", "f-cake.jpg", "f-plan.pdf"));
    assertThat(bundle().dueProperty().get()).isFalse();
  }

  @Test
  void itGoesOutAlsoWhenAnotherRoomIsOnTheScreenMeanwhile() {
    attach("cake.jpg");
    composer.textProperty().set("Cake");
    send();
    select("kitchen");
    assertThat(items()).isEmpty();
    arrives("cake.jpg");
    assertThat(sends()).containsExactly(sent("Cake", "f-cake.jpg"));
    select("lobby");
    assertThat(items()).isEmpty();
    assertThat(composer.textProperty().get()).isEmpty();
  }

  @Test
  void whoThinksBetterOfItIsNotSent() {
    attach("cake.jpg");
    send();
    bundle().due(false);
    arrives("cake.jpg");
    assertThat(sends()).isEmpty();
    assertThat(items()).hasSize(1);
  }

  @Test
  void eachRoomKeepsItsOwnFiles() {
    attach("cake.jpg");
    select("kitchen");
    attach("menu.txt");
    assertThat(items()).extracting(UploadModel::name).containsExactly("menu.txt");
    select("lobby");
    assertThat(items()).extracting(UploadModel::name).containsExactly("cake.jpg");
  }

  @Test
  void aFileThatDoesNotGetThereHoldsTheMessageUntilItIsTriedAgainOrTakenOut() {
    attach("cake.jpg", "plan.pdf");
    send();
    transfers.uploads.get("plan.pdf").failed(ErrorCode.OTHER, "The file is not there any more.");
    visit.fx.settle();
    assertThat(bundle().dueProperty().get()).isFalse();
    assertThat(composer.canSendProperty().get()).isFalse();
    assertThat(composer.objectionProperty().get()).contains("could not be uploaded");
    UploadModel plan = items().get(1);
    assertThat(plan.problemProperty().get()).isEqualTo("The file is not there any more.");
    plan.retry();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.MOVING);
    assertThat(composer.canSendProperty().get()).isTrue();
    bundle().remove(plan);
    arrives("cake.jpg");
    send();
    assertThat(sends()).containsExactly(sent("", "f-cake.jpg"));
    assertThat(transfers.asked).contains("drop plan.pdf");
  }

  @Test
  void whatABrokenLineHeldUpGoesOnWhenThereIsAConnection() {
    attach("cake.jpg");
    transfers.uploads.get("cake.jpg").begun(new FileId("f-7"), new FileStamp(9, 5));
    transfers.uploads.get("cake.jpg").waits();
    visit.fx.settle();
    assertThat(items().getFirst().stepProperty().get()).isEqualTo(Step.WAITING);
    transfers.asked.clear();
    visit.link(LinkState.WAITING);
    visit.link(LinkState.LIVE);
    assertThat(transfers.asked).containsExactly("pause cake.jpg", "upload cake.jpg from f-7");
    assertThat(items().getFirst().stepProperty().get()).isEqualTo(Step.MOVING);
  }

  @Test
  void whatTheServerPutsOffIsSaidInItsWordsUntilItGoesOn() {
    attach("cake.jpg");
    var news = transfers.uploads.get("cake.jpg");
    news.putOff(ErrorCode.STORAGE, "The server's disk is full. Tell those who run the server.");
    visit.fx.settle();
    UploadModel cake = items().getFirst();
    assertThat(cake.stepProperty().get()).isEqualTo(Step.WAITING);
    assertThat(cake.problemProperty().get()).contains("disk is full");
    news.moved(100);
    visit.fx.settle();
    assertThat(cake.stepProperty().get()).isEqualTo(Step.MOVING);
    assertThat(cake.problemProperty().get()).isEmpty();
  }

  @Test
  void whatATryThatWasGivenUpStillSaysIsNotHeard() {
    attach("cake.jpg");
    var first = transfers.uploads.get("cake.jpg");
    first.failed(ErrorCode.OTHER, "No.");
    visit.fx.settle();
    items().getFirst().retry();
    first.failed(ErrorCode.OTHER, "Still no.");
    visit.fx.settle();
    assertThat(items().getFirst().stepProperty().get()).isEqualTo(Step.MOVING);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsUploadedAndTheTextStays() {
    composer.textProperty().set("The film");
    transfers.file("film.mp4", 105 * MEGA, "video/mp4");
    composer.attachFiles(List.of("/home/film.mp4"));
    visit.fx.settle();
    assertThat(bundle().problemProperty().get())
        .contains("film.mp4")
        .contains("105 MB")
        .contains("104 MB");
    assertThat(transfers.asked).containsExactly("drop film.mp4");
    assertThat(items()).isEmpty();
    assertThat(composer.textProperty().get()).isEqualTo("The film");
    attach("cake.jpg");
    assertThat(bundle().problemProperty().get()).isEmpty();
  }

  @Test
  void aMessageHasAtMostTenFiles() {
    for (int i = 0; i < 11; i++) {
      attach("page-" + i + ".png");
    }
    assertThat(items()).hasSize(10);
    assertThat(bundle().problemProperty().get()).contains("at most 10 files");
  }

  @Test
  void filesStandInTheOrderInWhichTheyWereChosenWhicheverIsReadFirst() {
    String first = transfers.file("first.txt", 5, "text/plain");
    String second = transfers.file("second.txt", 5, "text/plain");
    transfers.slow.put(first, new CompletableFuture<>());
    composer.attachFiles(List.of(first, second, "/home/gone.txt"));
    visit.fx.settle();
    transfers.slow.get(first).complete(transfers.disk.get(first));
    visit.fx.settle();
    assertThat(items()).extracting(UploadModel::name).containsExactly("first.txt", "second.txt");
    assertThat(bundle().problemProperty().get()).isEqualTo("There is no /home/gone.txt.");
  }

  @Test
  void aPictureWithoutAFileIsMadeOne() {
    composer.attachPicture(2, 1, new int[] {1, 2});
    visit.fx.settle();
    assertThat(items()).extracting(UploadModel::name).containsExactly("Pasted 2x1.png");
  }

  @Test
  void whatWasAttachedWhenTheAppWasClosedStandsThereAgainAndGoesOn() {
    var from = new LocalFile("/home/old.zip", "old.zip", 5 * MEGA, "application/zip", false);
    var parcel = new Parcel("k1", Say.LOBBY, 0, from, new FileId("f-3"), null);
    var again = new Visit(parcel, Say.state("lobby", 0, 0, 0));
    assertThat(again.server.transfers.asked).containsExactly("upload old.zip from f-3");
    assertThat(again.home().composer().bundleProperty().get().items())
        .extracting(UploadModel::name)
        .containsExactly("old.zip");
  }

  @Test
  void aMessageThatWasTakenBackHasItsFilesAgain() {
    attach("cake.jpg");
    Attachment cake = arrives("cake.jpg");
    send();
    var hook = new Command.Hook(0, 0, null, List.of(cake.id()));
    visit.outgoing(
        new Outgoing(
            Say.LOBBY, new Nonce("n1"), "Cake", 5, Outgoing.State.QUEUED, null, 0, hook, 9));
    MessageItem shown = (MessageItem) visit.home().timelineProperty().get().items().getLast();
    assertThat(shown.extras().files()).containsExactly(cake);
    visit.home().messages().undo(shown);
    visit.fx.settle();
    assertThat(composer.textProperty().get()).isEqualTo("Cake");
    assertThat(bundle().ids()).containsExactly(cake.id());
  }

  @Test
  void wordsThatWereSaidWithFilesAreTakenBackAndTheFilesStay() {
    var cake = new Attachment(new FileId("f-1"), "cake.jpg", 9, "image/jpeg", 4, 3, true);
    Event.Message plain = Say.message(1, "Ann", 1, "Cake");
    visit.happens(
        Say.LOBBY,
        new Event.Message(
            plain.room(),
            1,
            plain.from(),
            plain.name(),
            plain.at(),
            "Cake",
            List.of(),
            null,
            Ties.NONE.with(List.of(cake)),
            plain.changes()));
    visit.fx.settle();
    MessageItem shown = (MessageItem) visit.home().timelineProperty().get().items().getLast();
    composer.edit(shown);
    composer.textProperty().set("");
    composer.send();
    visit.fx.settle();
    assertThat(visit.server.asked).contains("edit r-lobby 1 ");
  }

  @Test
  void whatLayOnTheServerForLongIsAskedForAgainBeforeItGoes() {
    attach("cake.jpg");
    Attachment cake = arrives("cake.jpg");
    composer.textProperty().set("Cake");
    visit.fx.pass(Duration.ofMinutes(31));
    transfers.asked.clear();
    send();
    assertThat(transfers.asked)
        .containsExactly("pause cake.jpg", "upload cake.jpg from " + cake.id());
    assertThat(sends()).isEmpty();
    arrives("cake.jpg");
    assertThat(sends()).containsExactly(sent("Cake", "f-cake.jpg"));
  }

  @Test
  void aMessageWithFilesThatWasRefusedIsWrittenAnewWhenItIsTriedAgain() {
    attach("cake.jpg");
    Attachment cake = arrives("cake.jpg");
    composer.textProperty().set("Cake");
    send();
    refused("Cake", cake);
    transfers.asked.clear();
    MessageItem shown = (MessageItem) visit.home().timelineProperty().get().items().getLast();
    visit.home().messages().retry(shown);
    visit.fx.settle();
    assertThat(transfers.asked).containsExactly("upload cake.jpg from " + cake.id());
    assertThat(transfers.kept.values())
        .extracting(parcel -> parcel.from().path())
        .contains("/home/cake.jpg");
    arrives("cake.jpg");
    assertThat(sends()).hasSize(2).last().isEqualTo(sent("Cake", "f-cake.jpg"));
  }

  @Test
  void aMessageThatIsTriedAgainWaitsForWhatIsBeingWritten() {
    attach("cake.jpg");
    Attachment cake = arrives("cake.jpg");
    send();
    refused("Cake", cake);
    composer.textProperty().set("Meanwhile");
    MessageItem shown = (MessageItem) visit.home().timelineProperty().get().items().getLast();
    visit.home().messages().retry(shown);
    visit.fx.settle();
    assertThat(sends()).hasSize(1);
    assertThat(composer.textProperty().get()).isEqualTo("Cake\nMeanwhile");
    assertThat(items()).hasSize(1);
  }

  @Test
  void aMessageThatIsTriedAgainIsNotSaidInARoomThatWasOpenedMeanwhile() {
    attach("cake.jpg");
    Attachment cake = arrives("cake.jpg");
    send();
    refused("Cake", cake);
    MessageItem shown = (MessageItem) visit.home().timelineProperty().get().items().getLast();
    visit.home().messages().retry(shown);
    select("kitchen");
    arrives("cake.jpg");
    assertThat(sends()).hasSize(1);
    assertThat(composer.textProperty().get()).isEqualTo("Cake");
  }

  private void refused(String text, Attachment file) {
    var hook = new Command.Hook(0, 0, null, List.of(file.id()));
    visit.outgoing(
        new Outgoing(
            Say.LOBBY, new Nonce("n1"), text, 5, Outgoing.State.FAILED, "Gone.", 0, hook, 0));
  }

  @Test
  void whatTheJournalDoesNotTakeStaysAttached() {
    attach("cake.jpg");
    arrives("cake.jpg");
    visit.server.journalFault = new RefusedException(ErrorCode.TOO_MANY, "The disk is full.");
    send();
    assertThat(composer.problemProperty().get()).isEqualTo("The disk is full.");
    assertThat(items()).hasSize(1);
  }

  private void select(String room) {
    visit.home().rooms().selectedProperty().set(visit.item(room));
    visit.fx.settle();
  }

  private void attach(String... names) {
    for (String name : names) {
      String path = transfers.file(name, 4_000, name.endsWith("jpg") ? "image/jpeg" : "text/plain");
      composer.attachFiles(List.of(path));
      visit.fx.settle();
    }
  }

  private Attachment arrives(String name) {
    Attachment file = transfers.arrives(name, name.endsWith("jpg") ? 40 : 0, 30);
    visit.fx.settle();
    return file;
  }

  private void send() {
    composer.send();
    visit.fx.settle();
  }

  private Bundle bundle() {
    return composer.bundleProperty().get();
  }

  private List<UploadModel> items() {
    return bundle().items();
  }

  private List<String> sends() {
    return visit.server.asked.stream().filter(asked -> asked.startsWith("send ")).toList();
  }

  private static String sent(String body, String... files) {
    List<FileId> ids = List.of(files).stream().map(FileId::new).toList();
    return "send r-lobby " + body + " " + new Command.Hook(0, 0, null, ids);
  }
}
