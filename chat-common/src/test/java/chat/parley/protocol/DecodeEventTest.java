package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client makes of what a server says. Single quotes in the tables stand for double ones. */
class DecodeEventTest {
  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ANN = new UserId("u1");
  private static final String USER = "{'id':'u1','name':'Ann','role':'guest'}";
  private static final String LOBBY = "'id':'r1','name':'lobby','kind':'public','topic':''";
  private static final Room LOBBY_ROOM = new Room(ROOM, "lobby", RoomKind.PUBLIC, "");
  private static final String WELCOME =
      "{'type':'welcome','epoch':'e','user':" + USER + ",'server':{'name':'S','version':'1'";

  private record Said(String json, Event expected) {}

  private record Refused(String json, String sentence) {}

  static final List<Said> UNDERSTOOD =
      List.of(
          said("{'type':'pong','re':4}", new Event.Pong(4)),
          said("{'type':'pong'}", new Event.Pong(0)),
          said("{'type':'left','re':4,'room':'r1'}", new Event.Left(4, ROOM)),
          said("{'type':'caught_up'}", new Event.CaughtUp()),
          said("{'type':'reset','room':'r1'}", new Event.Reset(ROOM)),
          said("{'type':'room_removed','room':'r1'}", new Event.RoomRemoved(ROOM)),
          said(
              "{'type':'ack','re':3,'room':'r1','nonce':'n','seq':42,'at':1700000000000}",
              new Event.Ack(3, ROOM, new Nonce("n"), 42, 1_700_000_000_000L)),
          said(
              "{'type':'joined','re':2,'room':{" + LOBBY + ",'head':3,'read':1,'unread':2}}",
              new Event.Joined(2, new RoomState(LOBBY_ROOM, 3, 1, 2, 0))),
          said(
              "{'type':'room_added','room':{" + LOBBY + ",'head':0}}",
              new Event.RoomAdded(new RoomState(LOBBY_ROOM, 0, 0, 0, 0))),
          said(
              "{'type':'error','re':3,'code':'rate_limited','message':'Slow down.','retry_ms':5}",
              new Event.Failed(3, ErrorCode.RATE_LIMITED, "Slow down.", 5)),
          said(
              "{'type':'error','code':'never_heard_of','message':'No.'}",
              new Event.Failed(0, ErrorCode.OTHER, "No.", 0)),
          said(
              "{'type':'typing','room':'r1','from':'u1','name':'Ann'}",
              new Event.Typing(ROOM, ANN, "Ann")),
          said(
              "{'type':'presence','user':'u1','status':'offline'}",
              new Event.PresenceChanged(ANN, Presence.OFFLINE)),
          said(
              "{'type':'presence','user':'u1','status':'on_the_phone'}",
              new Event.PresenceChanged(ANN, Presence.ONLINE)),
          said(
              "{'type':'read','room':'r1','seq':5,'unread':1,'mentions':0}",
              new Event.ReadMark(ROOM, 5, 1, 0)),
          said(
              "{'type':'message','room':'r1','seq':1,'from':'u1','name':'Ann','at':9,'body':'Hi'}",
              new Event.Message(ROOM, 1, ANN, "Ann", 9, "Hi", List.of(), null)),
          said(
              "{'type':'message','room':'r1','seq':1,'from':'u1','name':'Ann','at':9,'body':'Hi',"
                  + "'mentions':['u2'],'nonce':'n','edited_by':'later version'}",
              new Event.Message(
                  ROOM, 1, ANN, "Ann", 9, "Hi", List.of(new UserId("u2")), new Nonce("n"))),
          said(
              "{'type':'joined_room','room':'r1','seq':1,'from':'u1','name':'Ann','at':9}",
              new Event.JoinedRoom(ROOM, 1, ANN, "Ann", 9)),
          said(
              "{'type':'left_room','room':'r1','seq':2,'from':'u1','name':'Ann','at':9}",
              new Event.LeftRoom(ROOM, 2, ANN, "Ann", 9)),
          said(
              "{'type':'polled','room':'r1','seq':3,'at':9,'emoji':'+1'}",
              new Event.Unrecognized(ROOM, 3, 9, "polled")),
          said(
              "{'type':'polled','room':'r1','seq':3}",
              new Event.Unrecognized(ROOM, 3, 0, "polled")),
          said(
              "{'type':'history','re':4,'room':'r1','events':[],'more':false}",
              new Event.HistoryPage(4, ROOM, List.of(), false)),
          said(
              "{'type':'history','room':'r1','events':["
                  + "{'type':'joined_room','room':'r1','seq':1,'from':'u1','name':'Ann','at':9},"
                  + "{'type':'polled','room':'r1','seq':2,'at':9}],'more':true}",
              new Event.HistoryPage(
                  0,
                  ROOM,
                  List.of(
                      new Event.JoinedRoom(ROOM, 1, ANN, "Ann", 9),
                      new Event.Unrecognized(ROOM, 2, 9, "polled")),
                  true)),
          said(
              "{'type':'rooms','rooms':[{" + LOBBY + ",'members':3,'joined':true}]}",
              new Event.RoomList(0, List.of(new RoomListing(LOBBY_ROOM, 3, true)))),
          said(
              "{'type':'members','room':'r1','members':"
                  + "[{'id':'u1','name':'Ann','role':'guest','status':'away'}]}",
              new Event.MemberList(
                  0, ROOM, List.of(new Member(new User(ANN, "Ann", Role.GUEST), Presence.AWAY)))),
          said(
              WELCOME + "},'rooms':[]}",
              new Event.Welcome(
                  0,
                  "e",
                  new User(ANN, "Ann", Role.GUEST),
                  null,
                  new Event.ServerInfo("S", "1", Limits.DEFAULT),
                  List.of())),
          said(
              WELCOME + ",'limits':{'body_chars':5,'colour':1}},'token':'t','rooms':[]}",
              new Event.Welcome(
                  0,
                  "e",
                  new User(ANN, "Ann", Role.GUEST),
                  "t",
                  new Event.ServerInfo("S", "1", new Limits(65_536, 5, 512, 32, 10, 5, 500, 0)),
                  List.of())));

  static final List<Refused> REFUSED =
      List.of(
          refused("{'type':'ack','room':'r1','nonce':'n','at':1}", "'seq' is missing"),
          refused("{'type':'ack','room':'r1','nonce':'n','seq':0,'at':1}", "'seq' must be at"),
          refused("{'type':'ack','room':'r1','seq':1,'at':1}", "'nonce' is missing"),
          refused("{'type':'ack','re':-1,'room':'r1','nonce':'n','seq':1,'at':1}", "'re' must be"),
          refused("{'type':'left'}", "'room' is missing"),
          refused("{'type':'joined','re':1}", "'room' is missing"),
          refused("{'type':'joined','room':'r1'}", "'room' must be an object"),
          refused("{'type':'joined','room':{" + LOBBY + "}}", "'head' is missing"),
          refused("{'type':'joined','room':{" + LOBBY + ",'head':1,'read':2}}", "out of range"),
          refused("{'type':'error','message':'x'}", "'code' is missing"),
          refused("{'type':'error','code':'busy'}", "'message' is missing"),
          refused("{'type':'typing','room':'r1','from':'u1'}", "'name' is missing"),
          refused("{'type':'typing','room':'r1','from':'','name':'A'}", "'from': A user id"),
          refused("{'type':'presence','user':'u1'}", "'status' is missing"),
          refused("{'type':'presence','user':'u1','status':3}", "'status' must be text"),
          refused("{'type':'read','room':'r1','seq':1,'unread':1}", "'mentions' is missing"),
          refused("{'type':'reset'}", "'room' is missing"),
          refused("{'type':'room_added','room':7}", "'room' must be an object"),
          refused("{'type':'room_removed','room':7}", "'room' must be text"),
          refused(
              "{'type':'message','room':'r1','from':'u1','name':'A','at':1,'body':'x'}",
              "'seq' is missing"),
          refused("{'type':'joined_room','room':'r1','from':'u1','name':'A'}", "'seq' is missing"),
          refused("{'type':'left_room','room':'r1','from':'u1','name':'A'}", "'seq' is missing"),
          refused("{'type':'message','seq':1,'from':'u1','name':'A','body':'x'}", "'room' is mis"),
          refused("{'type':'message','room':'r1','seq':1,'name':'A','body':'x'}", "'from' is mi"),
          refused("{'type':'message','room':'r1','seq':1,'from':'u1','body':'x'}", "'name' is m"),
          refused("{'type':'message','room':'r1','seq':1,'from':'u1','name':'A'}", "'body' is m"),
          refusedMessage("'mentions':'u2'", "'mentions' must be an array"),
          refusedMessage("'mentions':[7]", "'mentions' must be an array of user ids"),
          refusedMessage("'mentions':[true]", "'mentions' must be an array of user ids"),
          refusedMessage("'mentions':[['u2']]", "'mentions' must be an array of user ids"),
          refusedMessage("'mentions':[null]", "'mentions' must be an array of user ids"),
          refusedMessage("'mentions':['']", "'mentions' must be an array of user ids"),
          refusedMessage("'nonce':''", "'nonce': A nonce"),
          refused("{'type':'reacted','seq':3}", "'room' is missing"),
          refused("{'type':'reacted','room':'r1','seq':0}", "'seq' must be at least 1"),
          refused("{'type':'reacted','room':'r1','seq':'3'}", "'seq' must be a number"),
          refused("{'type':'history','room':'r1','more':true}", "'events' is missing"),
          refused("{'type':'history','room':'r1','events':{}}", "'events' must be an array"),
          refused("{'type':'history','room':'r1','events':[7]}", "'events' must be an array of o"),
          refused("{'type':'history','room':'r1','events':[null]}", "'events' must be an array"),
          refused(
              "{'type':'history','room':'r1','events':[{'type':'x','room':'r1'}]}",
              "'seq' is missing"),
          refused("{'type':'rooms'}", "'rooms' is missing"),
          refused("{'type':'rooms','rooms':[{" + LOBBY + ",'members':2147483648}]}", "'members'"),
          refused("{'type':'members','room':'r1','members':[{}]}", "'id' is missing"),
          refused(WELCOME + "}}", "'rooms' is missing"),
          refused(WELCOME + ",'limits':[]},'rooms':[]}", "'limits' must be an object"),
          refused(WELCOME + ",'limits':{'rooms':4294967297}},'rooms':[]}", "'rooms' must be"),
          refused("{'type':'welcome','epoch':'e','rooms':[]}", "'server' is missing"),
          refused("{'re':1}", "'type' is missing"));

  @ParameterizedTest
  @FieldSource("UNDERSTOOD")
  void eventIsUnderstood(Said said) throws Malformed {
    checkDecode(said.json, said.expected);
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void badEventIsRefusedWithASentence(Refused refused) {
    checkRefused(refused.json, refused.sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"weather\"}",
        "{\"type\":\"weather\",\"room\":7,\"seq\":null}",
        "{\"type\":\"\"}",
        "{\"type\":\"ping\",\"id\":1}"
      })
  void unknownEventWithoutSeqIsIgnored(String json) throws Malformed {
    assertThat(Codec.decodeEvent(json)).isEmpty();
  }

  @Test
  void roleAndKindOfALaterVersionAreTakenForTheLeast() throws Malformed {
    String later = WELCOME.replace("'guest'", "'wizard'") + "},'rooms':[{" + LOBBY + ",'head':0}]}";
    var welcome =
        (Event.Welcome)
            Codec.decodeEvent(later.replace("'public'", "'secret'").replace('\'', '"'))
                .orElseThrow();
    assertThat(welcome.user().role()).isEqualTo(Role.GUEST);
    assertThat(welcome.rooms().getFirst().room().kind()).isEqualTo(RoomKind.PRIVATE);
  }

  @Test
  void secretStaysOutOfWhatGetsPrinted() throws Malformed {
    Event welcome =
        Codec.decodeEvent((WELCOME + "},'token':'s3cret','rooms':[]}").replace('\'', '"'))
            .orElseThrow();
    assertThat(welcome.toString()).doesNotContain("s3cret").contains("Ann");
    assertThat(Codec.encode(welcome)).contains("s3cret");
  }

  /** What is understood, for tests that bend it. */
  static List<String> understood() {
    return UNDERSTOOD.stream().map(Said::json).toList();
  }

  private static void checkDecode(String json, Event expected) throws Malformed {
    assertThat(Codec.decodeEvent(json)).contains(expected);
  }

  private static void checkRefused(String json, String sentence) {
    var refusal = catchThrowableOfType(Malformed.class, () -> Codec.decodeEvent(json));
    assertThat(refusal).isNotNull();
    assertThat(refusal.sentence()).contains(sentence).endsWith(".");
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_MESSAGE);
  }

  private static Said said(String json, Event expected) {
    return new Said(json.replace('\'', '"'), expected);
  }

  private static Refused refused(String json, String sentence) {
    return new Refused(json.replace('\'', '"'), sentence.replace('\'', '"'));
  }

  private static Refused refusedMessage(String field, String sentence) {
    return refused(
        "{'type':'message','room':'r1','seq':1,'from':'u1','name':'A','body':'x'," + field + "}",
        sentence);
  }
}
