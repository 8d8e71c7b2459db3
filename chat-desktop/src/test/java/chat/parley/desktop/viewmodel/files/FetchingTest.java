package chat.parley.desktop.viewmodel.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.FakeTransfers;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Ties;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchingTest {
  private static final Attachment PLAN = file("plan.pdf");

  private final Visit visit = new Visit(Say.state("lobby", 0, 0, 0));
  private final FakeTransfers transfers = visit.server.transfers;
  private final FilesModel files = visit.home().files();
  private final DownloadModel plan = files.download(PLAN);

  FetchingTest() {
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.fx.settle();
  }

  @Test
  void aFileIsFetchedAndOpened() {
    plan.open();
    transfers.downloads.get(PLAN.id()).moved(400);
    visit.fx.settle();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.MOVING);
    assertThat(plan.gotProperty().get()).isEqualTo(400);
    transfers.downloads.get(PLAN.id()).done("/files/plan.pdf");
    visit.fx.settle();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.DONE);
    assertThat(transfers.asked).containsExactly("download plan.pdf", "open /files/plan.pdf");
  }

  @Test
  void whatCouldRunAProgramIsNotOpened() {
    files.download(file("setup.exe")).open();
    visit.fx.settle();
    assertThat(transfers.asked).isEmpty();
    assertThat(toasts()).singleElement().asString().contains("setup.exe").contains("program");
  }

  @Test
  void aFileIsSavedWhereOneLikes() {
    plan.saveTo("/home/ann/plan.pdf");
    transfers.downloads.get(PLAN.id()).done("/home/ann/plan.pdf");
    visit.fx.settle();
    assertThat(transfers.asked).containsExactly("download plan.pdf to /home/ann/plan.pdf");
    assertThat(toasts()).containsExactly("plan.pdf is saved.");
  }

  @Test
  void whatTheServerPutsOffIsSaidInItsWordsAndABrokenLineIsNot() {
    plan.saveTo("/home/ann/plan.pdf");
    transfers.downloads.get(PLAN.id()).putOff(ErrorCode.RATE_LIMITED, "Too fast. Wait a minute.");
    visit.fx.settle();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.WAITING);
    assertThat(plan.problemProperty().get()).isEqualTo("Too fast. Wait a minute.");
    transfers.downloads.get(PLAN.id()).waits();
    visit.fx.settle();
    assertThat(plan.problemProperty().get()).isEmpty();
  }

  @Test
  void aBrokenLineIsWaitedForAndADownloadGoesOn() {
    plan.saveTo("/home/ann/plan.pdf");
    transfers.downloads.get(PLAN.id()).waits();
    visit.fx.settle();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.WAITING);
    visit.link(LinkState.WAITING);
    visit.link(LinkState.LIVE);
    assertThat(transfers.asked)
        .containsExactly(
            "download plan.pdf to /home/ann/plan.pdf",
            "stop plan.pdf",
            "download plan.pdf to /home/ann/plan.pdf");
  }

  @Test
  void aDownloadCanBeStoppedAndOneThatFailedTriedAgain() {
    plan.open();
    plan.stop();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.IDLE);
    plan.open();
    transfers.downloads.get(PLAN.id()).failed(ErrorCode.OTHER, "It is gone.");
    visit.fx.settle();
    assertThat(plan.problemProperty().get()).isEqualTo("It is gone.");
    plan.retry();
    assertThat(plan.stepProperty().get()).isEqualTo(Step.MOVING);
  }

  @Test
  void theFilesOfARoomComeInPagesTheNewestFirst() {
    var log = new ArrayList<Event.RoomEvent>();
    for (int seq = 1; seq <= 45; seq++) {
      log.add(with(seq, picture(seq)));
    }
    visit.server.logs.put(Say.LOBBY, log);
    FilesPageModel page = visit.home().shown().filesPage();
    page.open(true);
    visit.fx.settle();
    assertThat(page.items()).hasSize(40).first().extracting(RoomFile::seq).isEqualTo(45L);
    assertThat(page.moreProperty().get()).isTrue();
    page.loadMore();
    visit.fx.settle();
    assertThat(page.items()).hasSize(45).last().extracting(RoomFile::seq).isEqualTo(1L);
    assertThat(page.moreProperty().get()).isFalse();
  }

  @Test
  void theViewerGoesFromPictureToPictureAndFarBack() {
    var log = new ArrayList<Event.RoomEvent>();
    for (int seq = 1; seq <= 100; seq++) {
      log.add(seq % 2 == 0 ? with(seq, file("f" + seq)) : with(seq, picture(seq)));
    }
    visit.server.logs.put(Say.LOBBY, log);
    RoomFile newest = new RoomFile(99, "Ann", 99, picture(99));
    var viewer = new ViewerModel(files, Say.LOBBY, List.of(newest), newest);
    visit.fx.settle();
    assertThat(viewer.hasNext()).isFalse();
    List<Long> seen = new ArrayList<>();
    while (viewer.hasPrevious()) {
      viewer.previous();
      visit.fx.settle();
      seen.add(viewer.shownProperty().get().seq());
    }
    assertThat(seen).hasSize(49).startsWith(97L, 95L).endsWith(3L, 1L);
    viewer.next();
    assertThat(viewer.shownProperty().get().seq()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"60, 1", "400, 1", "3000, 37", "3000, 1499", "2, 1"})
  void openedInTheMiddleTheViewerGoesToTheNewestToo(int messages, int gap) {
    var log = new ArrayList<Event.RoomEvent>();
    for (int seq = 1; seq <= messages; seq++) {
      log.add(seq % gap == 0 ? with(seq, picture(seq)) : Say.message(seq, "Ann", seq, "words"));
    }
    visit.server.logs.put(Say.LOBBY, log);
    RoomFile old = new RoomFile(gap, "Ann", gap, picture(gap));
    var viewer = new ViewerModel(files, Say.LOBBY, List.of(old), old);
    visit.fx.settle();
    int steps = 0;
    while (viewer.hasNext()) {
      viewer.next();
      visit.fx.settle();
      steps++;
      assertThat(viewer.shownProperty().get().seq()).isEqualTo((steps + 1L) * gap);
    }
    assertThat(steps).isEqualTo(messages / gap - 1);
  }

  private List<String> toasts() {
    return visit.app.toasts().stream().map(Toast::text).toList();
  }

  private static Event.Message with(long seq, Attachment file) {
    Event.Message plain = Say.message(seq, "Ann", seq, "");
    return new Event.Message(
        plain.room(),
        seq,
        plain.from(),
        plain.name(),
        plain.at(),
        "",
        List.of(),
        null,
        Ties.NONE.with(List.of(file)),
        plain.changes());
  }

  private static Attachment picture(long seq) {
    return new Attachment(new FileId("p" + seq), seq + ".png", 9, "image/png", 4, 3, true);
  }

  private static Attachment file(String name) {
    return new Attachment(new FileId("f-" + name), name, 900, "application/pdf", 0, 0, false);
  }
}
