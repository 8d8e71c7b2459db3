package chat.parley.protocol;

import static chat.parley.protocol.ErrorCode.BAD_MESSAGE;
import static chat.parley.protocol.ErrorCode.TOO_BIG;
import static chat.parley.protocol.ErrorCode.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a server makes of what a client says. Single quotes in the tables stand for double ones. */
class DecodeCommandTest {
  private static final RoomId ROOM = new RoomId("r1");
  private static final long MAX = (1L << 53) - 1;

  private record Said(String json, Command expected) {}

  private record Refused(String json, ErrorCode code, String sentence) {}

  static final List<Said> UNDERSTOOD =
      List.of(
          said("{'type':'ping'}", new Command.Ping(0)),
          said("{'type':'ping','id':1}", new Command.Ping(1)),
          said("{'type':'ping','id':9007199254740991}", new Command.Ping(MAX)),
          said("{'type':'ping','id':null}", new Command.Ping(0)),
          said("{'id':7,'type':'ping'}", new Command.Ping(7)),
          said(" \n\t{ 'type' : 'ping' } \r\n", new Command.Ping(0)),
          said("{'type':'ping','new':{'a':[1,2,{'b':null}]},'x':1e400}", new Command.Ping(0)),
          said("{'type':'ping','__proto__':{'id':5},'constructor':1}", new Command.Ping(0)),
          said("{'type':'ping','id':1,'id':2}", new Command.Ping(2)),
          said("{'type':'\\u0070ing'}", new Command.Ping(0)),
          said("{'type':'rooms','id':3}", new Command.Rooms(3)),
          said("{'type':'members','id':4,'room':'r1'}", new Command.Members(4, ROOM)),
          said("{'type':'leave','id':5,'room':'r1'}", new Command.Leave(5, ROOM)),
          said("{'type':'typing','room':'r1'}", new Command.Typing(ROOM)),
          said("{'type':'read','room':'r1','seq':0}", new Command.Read(ROOM, 0)),
          said("{'type':'read','room':'r1','seq':42}", new Command.Read(ROOM, 42)),
          said("{'type':'presence','status':'online'}", new Command.SetPresence(Presence.ONLINE)),
          said("{'type':'presence','status':'away'}", new Command.SetPresence(Presence.AWAY)),
          said("{'type':'presence','status':'busy'}", new Command.SetPresence(Presence.BUSY)),
          said(
              "{'type':'join','id':2,'room':'r1'}",
              new Command.Join(2, new Command.Place.ById(ROOM))),
          said(
              "{'type':'join','id':2,'name':'lobby'}",
              new Command.Join(2, new Command.Place.ByName("lobby", false))),
          said(
              "{'type':'join','name':'lobby','create':true}",
              new Command.Join(0, new Command.Place.ByName("lobby", true))),
          said(
              "{'type':'join','room':'r1','name':'lobby','create':true}",
              new Command.Join(0, new Command.Place.ById(ROOM))),
          said(
              "{'type':'send','id':3,'room':'r1','nonce':'n','body':'Hello'}",
              new Command.Send(3, ROOM, new Nonce("n"), "Hello")),
          said(
              "{'type':'send','room':'r1','nonce':'n','body':'a\\nb\\tc \\ud83d\\ude00 \\u2028'}",
              new Command.Send(0, ROOM, new Nonce("n"), "a\nb\tc \ud83d\ude00 \u2028")),
          said(
              "{'type':'history','id':4,'room':'r1','before':42,'limit':10}",
              new Command.History(4, ROOM, new Command.Span.Before(42), 10)),
          said(
              "{'type':'history','room':'r1','after':0}",
              new Command.History(0, ROOM, new Command.Span.After(0), 100)),
          said(
              "{'type':'history','room':'r1','before':1,'limit':0}",
              new Command.History(0, ROOM, new Command.Span.Before(1), 1)),
          said(
              "{'type':'history','room':'r1','before':1,'limit':9007199254740991}",
              new Command.History(0, ROOM, new Command.Span.Before(1), 500)),
          said(
              "{'type':'send','room':'r1','nonce':'n','body':'x','reply':4,'thread':3,"
                  + "'forward':{'room':'r2','seq':9}}",
              new Command.Send(
                  0,
                  ROOM,
                  new Nonce("n"),
                  "x",
                  new Command.Hook(4, 3, new Command.Source(new RoomId("r2"), 9)))),
          said(
              "{'type':'send','room':'r1','nonce':'n','body':'x','reply':0,'forward':null}",
              new Command.Send(0, ROOM, new Nonce("n"), "x")),
          said(
              "{'type':'edit','id':1,'room':'r1','seq':5,'body':'x'}",
              new Command.Edit(1, ROOM, 5, "x")),
          said("{'type':'delete','room':'r1','seq':5}", new Command.Delete(0, ROOM, 5)),
          said(
              "{'type':'react','room':'r1','seq':5,'emoji':'👍🏽','on':true}",
              new Command.React(0, ROOM, 5, "👍🏽", true)),
          said(
              "{'type':'react','room':'r1','seq':5,'emoji':'👍'}",
              new Command.React(0, ROOM, 5, "👍", false)),
          said("{'type':'pin','room':'r1','seq':5,'on':true}", new Command.Pin(0, ROOM, 5, true)),
          said("{'type':'edits','room':'r1','seq':5}", new Command.Edits(0, ROOM, 5)),
          said(
              "{'type':'thread','room':'r1','seq':5,'limit':1000}",
              new Command.Thread(0, ROOM, 5, 0, 500)),
          said("{'type':'thread','room':'r1','seq':5}", new Command.Thread(0, ROOM, 5, 0, 50)),
          said("{'type':'pins','id':2,'room':'r1'}", new Command.Pins(2, ROOM)),
          said("{'type':'mentions','id':3}", new Command.Mentions(3, 0, 50)),
          said("{'type':'mentions','before':7,'limit':9000}", new Command.Mentions(0, 7, 500)),
          said(
              "{'type':'search','id':3,'query':'barcode'}",
              new Command.Search(3, "barcode", Command.Narrow.NOT, 0, 50)),
          said(
              "{'type':'search','room':'r1','from':'u1','since':5,'until':9,'files':true,'before':7,'limit':9000}",
              new Command.Search(
                  0, "", new Command.Narrow(ROOM, new UserId("u1"), 5, 9, true), 7, 100)),
          said("{'type':'unread','room':'r1','seq':5}", new Command.Unread(0, ROOM, 5)),
          said("{'type':'got','room':'r1','seq':5,'id':3}", new Command.Got(ROOM, 5)),
          said("{'type':'keep','key':'a/b','value':''}", new Command.Keep(0, "a/b", "")),
          said("{'type':'keep','key':'a/b','value':null}", new Command.Keep(0, "a/b", null)),
          said("{'type':'status'}", new Command.SetStatus(0, null)),
          said(
              "{'type':'status','says':{'text':'at lunch','until':9}}",
              new Command.SetStatus(0, new Status("", "at lunch", 9))),
          said("{'type':'people'}", new Command.People(0, "", 100)),
          said("{'type':'people','query':'an','limit':0}", new Command.People(0, "an", 1)),
          said("{'type':'direct'}", new Command.OpenDirect(0, List.of())),
          said(
              "{'type':'direct','with':['u1','u2']}",
              new Command.OpenDirect(0, List.of(new UserId("u1"), new UserId("u2")))),
          said(
              "{'type':'create_room','name':'den'}",
              new Command.CreateRoom(0, "den", RoomKind.PUBLIC, "", List.of())),
          said(
              "{'type':'create_room','name':'den','kind':'private','invite':['u1']}",
              new Command.CreateRoom(0, "den", RoomKind.PRIVATE, "", List.of(new UserId("u1")))),
          said(
              "{'type':'rank','room':'r1','user':'u1','rank':'moderator'}",
              new Command.SetRank(0, ROOM, new UserId("u1"), Rank.MODERATOR)),
          said(
              "{'type':'change_room','room':'r1','archived':false}",
              new Command.ChangeRoom(0, ROOM, null, null, null, null, false)),
          said(
              "{'type':'change_room','room':'r1','topic':'','posting':'moderators'}",
              new Command.ChangeRoom(0, ROOM, null, "", null, Posting.MODERATORS, null)),
          said(
              "{'type':'hello','auth':{'kind':'guest','name':'Ann'}}",
              new Command.Hello(0, 1, "", new Command.Auth.Guest("Ann"), null, Map.of())),
          said(
              "{'type':'hello','id':1,'v':1,'agent':'a/1','auth':{'kind':'token','token':'t'},"
                  + "'epoch':'e','cursors':{'r1':41,'r2':0}}",
              new Command.Hello(
                  1,
                  1,
                  "a/1",
                  new Command.Auth.Token("t"),
                  "e",
                  Map.of(ROOM, 41L, new RoomId("r2"), 0L))),
          said(
              "{'type':'hello','auth':{'kind':'guest','name':'A'},'cursors':null,'epoch':null}",
              new Command.Hello(0, 1, "", new Command.Auth.Guest("A"), null, Map.of())));

  static final List<Refused> REFUSED =
      List.of(
          // Moderation and administration.
          refused("{'type':'search','query':'  '}", BAD_MESSAGE, "Say what to look for"),
          refused("{'type':'search','query':'abc\\u0000'}", BAD_MESSAGE, "control character"),
          refused(
              "{'type':'search','query':'" + "x".repeat(257) + "'}", TOO_BIG, "longer than 256"),
          refused("{'type':'mute','room':'r1','user':'u'}", BAD_MESSAGE, "'seconds' is missing"),
          refused(
              "{'type':'mute','room':'r1','user':'u','seconds':316224001}",
              BAD_MESSAGE,
              "'seconds' must be from 0 to 316224000"),
          refused(
              "{'type':'slow_mode','room':'r1','seconds':21601}",
              BAD_MESSAGE,
              "'seconds' must be from 0 to 21600"),
          refused(
              "{'type':'report','room':'r1','seq':1,'reason':'a\\nb'}",
              BAD_MESSAGE,
              "control character"),
          refused(
              "{'type':'kick','user':'u','reason':'" + "x".repeat(501) + "'}",
              TOO_BIG,
              "'reason' is longer than 500"),
          refused(
              "{'type':'set_role','user':'u','role':'king'}", BAD_MESSAGE, "guest, member, admin"),
          refused(
              "{'type':'create_invite','role':'admin','seconds':1}",
              BAD_MESSAGE,
              "'role' is guest or member"),
          refused(
              "{'type':'create_invite','role':'guest','uses':1001,'seconds':1}",
              BAD_MESSAGE,
              "'uses' must be from 1 to 1000"),
          refused("{'type':'change_settings','door':'ajar'}", BAD_MESSAGE, "'door' is guests"),
          refused(
              "{'type':'change_settings','name':'" + "x".repeat(61) + "'}",
              TOO_BIG,
              "'name' is longer than 60"),
          refused(
              "{'type':'announce','text':'" + "x".repeat(2001) + "'}",
              TOO_BIG,
              "'text' is longer than 2000"),
          // The type.
          refused("{}", BAD_MESSAGE, "'type' is missing"),
          refused("{'type':null}", BAD_MESSAGE, "'type' is missing"),
          refused("{'type':1}", BAD_MESSAGE, "'type' must be text"),
          refused("{'type':['ping']}", BAD_MESSAGE, "'type' must be text"),
          refused("{'type':'dance'}", UNSUPPORTED, "does not know the command 'dance'"),
          refused("{'type':'PING'}", UNSUPPORTED, "does not know the command 'PING'"),
          refused("{'type':'welcome'}", UNSUPPORTED, "does not know the command"),
          refused("{'type':''}", UNSUPPORTED, "does not know the command"),
          refused("{'type':'" + "x".repeat(65) + "'}", TOO_BIG, "'type' is longer than 64"),
          refused("{'type':'a\\nb'}", BAD_MESSAGE, "'type' has a control character"),
          refused("{'type':'a\\u0000'}", BAD_MESSAGE, "'type' has a control character"),
          // The id, by which the answer finds its question.
          refused("{'type':'ping','id':0}", BAD_MESSAGE, "'id' must be at least 1"),
          refused("{'type':'ping','id':-1}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':1.5}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':1.0}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':1e3}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':1e400}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':9007199254740992}", BAD_MESSAGE, "'id' must be a whole"),
          refused("{'type':'ping','id':9223372036854775808}", BAD_MESSAGE, "'id' must be a whole"),
          refused("{'type':'ping','id':-0}", BAD_MESSAGE, "'id' must be a whole number"),
          refused("{'type':'ping','id':'1'}", BAD_MESSAGE, "'id' must be a number"),
          refused("{'type':'ping','id':true}", BAD_MESSAGE, "'id' must be a number"),
          refused("{'type':'ping','id':[1]}", BAD_MESSAGE, "'id' must be a number"),
          refused("{'type':'ping','id':{}}", BAD_MESSAGE, "'id' must be a number"),
          // Rooms and nonces.
          refused("{'type':'members'}", BAD_MESSAGE, "'room' is missing"),
          refused("{'type':'members','room':5}", BAD_MESSAGE, "'room' must be text"),
          refused("{'type':'members','room':''}", BAD_MESSAGE, "'room': A room id has 1 to 64"),
          refused("{'type':'leave','room':'a b'}", BAD_MESSAGE, "'room': A room id has only"),
          refused("{'type':'leave','room':'\\u0000'}", BAD_MESSAGE, "'room': A room id has only"),
          refused("{'type':'typing','room':'\u00e9'}", BAD_MESSAGE, "'room': A room id has only"),
          refused("{'type':'typing','room':'" + "r".repeat(65) + "'}", BAD_MESSAGE, "1 to 64 char"),
          refused("{'type':'typing'}", BAD_MESSAGE, "'room' is missing"),
          refused("{'type':'send','nonce':'n','body':'x'}", BAD_MESSAGE, "'room' is missing"),
          refused("{'type':'send','room':'r1','body':'x'}", BAD_MESSAGE, "'nonce' is missing"),
          refused(
              "{'type':'send','room':'r1','nonce':'','body':'x'}", BAD_MESSAGE, "'nonce': A nonce"),
          refused(
              "{'type':'send','room':'r1','nonce':7,'body':'x'}", BAD_MESSAGE, "'nonce' must be"),
          // Bodies.
          refused("{'type':'send','room':'r1','nonce':'n'}", BAD_MESSAGE, "'body' is missing"),
          refusedBody("7", BAD_MESSAGE, "'body' must be text"),
          refusedBody("['x']", BAD_MESSAGE, "'body' must be text"),
          refusedBody("{'text':'x'}", BAD_MESSAGE, "'body' must be text"),
          refusedBody("''", BAD_MESSAGE, "The text is empty"),
          refusedBody("' \\n '", BAD_MESSAGE, "The text is empty"),
          refusedBody("'\\u200b\\u2060'", BAD_MESSAGE, "The text is empty"),
          refusedBody("'" + "x".repeat(16_385) + "'", TOO_BIG, "'body' is longer than 16384"),
          refusedBody("'" + "\ud83d\ude00".repeat(8_193) + "'", TOO_BIG, "longer than 16384"),
          refusedBody("'a\\u0000b'", BAD_MESSAGE, "U+0000"),
          refusedBody("'a\\r\\nb'", BAD_MESSAGE, "U+000D"),
          refusedBody("'\\u001b[31mred'", BAD_MESSAGE, "U+001B"),
          refusedBody("'a\\u007fb'", BAD_MESSAGE, "U+007F"),
          refusedBody("'a\\u009bb'", BAD_MESSAGE, "U+009B"),
          refusedBody("'\\ud800'", BAD_MESSAGE, "'body' has half of a surrogate pair"),
          refusedBody("'\\udc00x'", BAD_MESSAGE, "'body' has half of a surrogate pair"),
          refusedBody("'x\\ude00\\ud83d'", BAD_MESSAGE, "'body' has half of a surrogate pair"),
          refusedBody("'\ud83d'", BAD_MESSAGE, "'body' has half of a surrogate pair"),
          // History.
          refused("{'type':'history','room':'r1'}", BAD_MESSAGE, "either 'before' or 'after'"),
          refused(
              "{'type':'history','room':'r1','before':1,'after':1}", BAD_MESSAGE, "Give either"),
          refused("{'type':'history','before':1}", BAD_MESSAGE, "'room' is missing"),
          refused(
              "{'type':'history','room':'r1','before':'1'}", BAD_MESSAGE, "'before' must be a num"),
          refused("{'type':'history','room':'r1','after':-1}", BAD_MESSAGE, "'after' must be a"),
          refused(
              "{'type':'history','room':'r1','after':1,'limit':1.5}", BAD_MESSAGE, "'limit' must"),
          refused(
              "{'type':'history','room':'r1','after':1,'limit':'all'}", BAD_MESSAGE, "'limit' mus"),
          // What a message hangs on, and what becomes of it.
          refused(
              "{'type':'send','room':'r1','nonce':'n','body':'x','reply':-1}",
              BAD_MESSAGE,
              "'reply' must be a whole number"),
          refused(
              "{'type':'send','room':'r1','nonce':'n','body':'x','thread':'1'}",
              BAD_MESSAGE,
              "'thread' must be a number"),
          refused(
              "{'type':'send','room':'r1','nonce':'n','body':'x','forward':5}",
              BAD_MESSAGE,
              "'forward' must be an object"),
          refused(
              "{'type':'send','room':'r1','nonce':'n','body':'x','forward':{'room':'r2'}}",
              BAD_MESSAGE,
              "'seq' is missing"),
          refused("{'type':'edit','room':'r1','seq':1}", BAD_MESSAGE, "'body' is missing"),
          refused("{'type':'edit','room':'r1','body':'x'}", BAD_MESSAGE, "'seq' is missing"),
          refused(
              "{'type':'edit','room':'r1','seq':1,'body':' '}", BAD_MESSAGE, "The text is empty"),
          refused(
              "{'type':'edit','room':'r1','seq':0,'body':'x'}",
              BAD_MESSAGE,
              "'seq' must be at least 1"),
          refused("{'type':'delete','room':'r1'}", BAD_MESSAGE, "'seq' is missing"),
          refused("{'type':'react','room':'r1','seq':1}", BAD_MESSAGE, "'emoji' is missing"),
          refusedEmoji("''"),
          refusedEmoji("'x'"),
          refusedEmoji("'5'"),
          refusedEmoji("'👍 '"),
          refusedEmoji("'👍x'"),
          refusedEmoji("'<b>'"),
          refusedEmoji("'" + "👍".repeat(17) + "'"),
          refused(
              "{'type':'react','room':'r1','seq':1,'emoji':'" + "👍".repeat(40) + "'}",
              TOO_BIG,
              "'emoji' is longer than 64"),
          refused(
              "{'type':'pin','room':'r1','seq':1,'on':'yes'}", BAD_MESSAGE, "'on' must be true"),
          refused("{'type':'pins'}", BAD_MESSAGE, "'room' is missing"),
          refused(
              "{'type':'thread','room':'r1','seq':1,'before':-1}",
              BAD_MESSAGE,
              "'before' must be a whole"),
          refused("{'type':'unread','room':'r1','seq':0}", BAD_MESSAGE, "at least 1"),
          // What is kept and said of oneself.
          refused("{'type':'keep','value':'x'}", BAD_MESSAGE, "'key' is missing"),
          refused("{'type':'keep','key':'','value':'x'}", BAD_MESSAGE, "A key has 1 to 160"),
          refused("{'type':'keep','key':'a b','value':'x'}", BAD_MESSAGE, "A key has 1 to 160"),
          refused("{'type':'keep','key':'é','value':'x'}", BAD_MESSAGE, "A key has 1 to 160"),
          refused("{'type':'keep','key':'" + "k".repeat(161) + "'}", TOO_BIG, "longer than 160"),
          refused(
              "{'type':'keep','key':'k','value':'" + "v".repeat(20_001) + "'}",
              TOO_BIG,
              "'value' is longer than 20000"),
          refused("{'type':'keep','key':'k','value':{}}", BAD_MESSAGE, "'value' must be text"),
          refused("{'type':'status','says':'lunch'}", BAD_MESSAGE, "'says' must be an object"),
          refused("{'type':'status','says':{}}", BAD_MESSAGE, "needs a text or an emoji"),
          refused("{'type':'status','says':{'emoji':'lunch'}}", BAD_MESSAGE, "emoji is not one"),
          refused(
              "{'type':'status','says':{'text':'" + "x".repeat(101) + "'}}",
              BAD_MESSAGE,
              "at most 100"),
          refused("{'type':'status','says':{'text':'a\\nb'}}", BAD_MESSAGE, "one line"),
          // Rooms and who is in them.
          refused("{'type':'create_room'}", BAD_MESSAGE, "'name' is missing"),
          refused(
              "{'type':'create_room','name':'x','kind':'direct'}",
              BAD_MESSAGE,
              "'kind' is public or private"),
          refused(
              "{'type':'create_room','name':'x','topic':'" + "t".repeat(251) + "'}",
              TOO_BIG,
              "'topic' is longer than 250"),
          refused(
              "{'type':'create_room','name':'x','invite':['a b']}", BAD_MESSAGE, "array of user"),
          refused("{'type':'direct','with':'u1'}", BAD_MESSAGE, "'with' must be an array"),
          refused("{'type':'direct','with':[1]}", BAD_MESSAGE, "'with' must be an array of user"),
          refused("{'type':'invite','users':['u1']}", BAD_MESSAGE, "'room' is missing"),
          refused("{'type':'remove','room':'r1'}", BAD_MESSAGE, "'user' is missing"),
          refused("{'type':'rank','room':'r1','user':'u1'}", BAD_MESSAGE, "'rank' is missing"),
          refused(
              "{'type':'rank','room':'r1','user':'u1','rank':'king'}",
              BAD_MESSAGE,
              "'rank' is reader, member, moderator or owner"),
          refused(
              "{'type':'change_room','room':'r1','posting':'nobody'}",
              BAD_MESSAGE,
              "'posting' is everybody or moderators"),
          refused(
              "{'type':'change_room','room':'r1','archived':1}",
              BAD_MESSAGE,
              "'archived' must be true"),
          refused(
              "{'type':'change_room','room':'r1','topic':'a\\nb'}",
              BAD_MESSAGE,
              "'topic' has a control character"),
          refused(
              "{'type':'change_room','room':'r1','description':'a\\u0000b'}",
              BAD_MESSAGE,
              "'description' has a control character"),
          refused(
              "{'type':'people','query':'" + "q".repeat(101) + "'}",
              TOO_BIG,
              "'query' is longer than 100"),
          refusedHello("'kept':-1", BAD_MESSAGE, "'kept' must be a whole number"),
          // Read marks, presence, joining.
          refused("{'type':'read','room':'r1'}", BAD_MESSAGE, "'seq' is missing"),
          refused("{'type':'read','room':'r1','seq':-5}", BAD_MESSAGE, "'seq' must be a whole"),
          refused("{'type':'read','seq':5}", BAD_MESSAGE, "'room' is missing"),
          refused("{'type':'presence'}", BAD_MESSAGE, "'status' is missing"),
          refused("{'type':'presence','status':1}", BAD_MESSAGE, "'status' must be text"),
          refused("{'type':'presence','status':'here'}", BAD_MESSAGE, "'status' is online, away"),
          refused("{'type':'presence','status':'ONLINE'}", BAD_MESSAGE, "'status' is online, away"),
          refused("{'type':'presence','status':'offline'}", BAD_MESSAGE, "'status' is online"),
          refused("{'type':'join'}", BAD_MESSAGE, "'room' or 'name' is missing"),
          refused("{'type':'join','name':7}", BAD_MESSAGE, "'name' must be text"),
          refused(
              "{'type':'join','name':'x','create':'yes'}", BAD_MESSAGE, "'create' must be true or"),
          refused("{'type':'join','name':'x','create':1}", BAD_MESSAGE, "'create' must be true or"),
          refused(
              "{'type':'join','name':'" + "x".repeat(20_001) + "'}", TOO_BIG, "'name' is longer"),
          // Hello.
          refused("{'type':'hello'}", BAD_MESSAGE, "'auth' is missing"),
          refused("{'type':'hello','auth':'Ann'}", BAD_MESSAGE, "'auth' must be an object"),
          refused("{'type':'hello','auth':[]}", BAD_MESSAGE, "'auth' must be an object"),
          refused("{'type':'hello','auth':{}}", BAD_MESSAGE, "'kind' is missing"),
          refused("{'type':'hello','auth':{'kind':7}}", BAD_MESSAGE, "'kind' must be text"),
          refused("{'type':'hello','auth':{'kind':'magic'}}", UNSUPPORTED, "to log in by 'magic'"),
          refused("{'type':'hello','auth':{'kind':'guest'}}", BAD_MESSAGE, "'name' is missing"),
          refused(
              "{'type':'hello','auth':{'kind':'guest','name':'\\ud800'}}",
              BAD_MESSAGE,
              "'name' has half"),
          refused("{'type':'hello','auth':{'kind':'token'}}", BAD_MESSAGE, "'token' is missing"),
          refused(
              "{'type':'hello','auth':{'kind':'token','token':'" + "t".repeat(4_097) + "'}}",
              TOO_BIG,
              "'token' is longer than 4096"),
          refusedHello("'v':2", UNSUPPORTED, "speaks version 1 only"),
          refusedHello("'v':0", UNSUPPORTED, "speaks version 1 only"),
          refusedHello("'v':'1'", BAD_MESSAGE, "'v' must be a number"),
          refusedHello("'agent':7", BAD_MESSAGE, "'agent' must be text"),
          refusedHello("'agent':'" + "a".repeat(201) + "'", TOO_BIG, "'agent' is longer than 200"),
          refusedHello("'agent':'x\\nERROR fake line'", BAD_MESSAGE, "'agent' has a control"),
          refusedHello("'epoch':5", BAD_MESSAGE, "'epoch' must be text"),
          refusedHello("'epoch':'" + "e".repeat(65) + "'", TOO_BIG, "'epoch' is longer than 64"),
          refusedHello("'cursors':[]", BAD_MESSAGE, "'cursors' must be an object"),
          refusedHello("'cursors':{'a b':1}", BAD_MESSAGE, "'cursors' names something that is not"),
          refusedHello("'cursors':{'':1}", BAD_MESSAGE, "'cursors' names something that is not"),
          refusedHello("'cursors':{'r1':'1'}", BAD_MESSAGE, "'r1' must be a number"),
          refusedHello("'cursors':{'r1':-1}", BAD_MESSAGE, "'r1' must be a whole number"),
          refusedHello("'cursors':{'r1':1.5}", BAD_MESSAGE, "'r1' must be a whole number"),
          refusedHello("'cursors':{'r1':null}", BAD_MESSAGE, "'r1' is missing"));

  @ParameterizedTest
  @FieldSource("UNDERSTOOD")
  void commandIsUnderstood(Said said) throws Malformed {
    checkDecode(said.json, said.expected);
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void badCommandIsRefusedWithASentence(Refused refused) {
    checkRefused(refused.json, refused.code, refused.sentence);
  }

  @Test
  void refusalFindsItsQuestionOnceTheIdIsRead() {
    assertThat(refusal("{\"id\":9,\"type\":\"dance\"}").re()).isEqualTo(9);
    assertThat(refusal("{\"type\":\"read\",\"id\":9}").re()).isEqualTo(9);
    assertThat(refusal("{\"id\":9}").re()).isEqualTo(9);
    assertThat(refusal("{\"type\":\"dance\"}").re()).isZero();
    assertThat(refusal("{\"type\":\"ping\",\"id\":-9}").re()).isZero();
    assertThat(refusal("{\"id\":9,\"type\":\"ping\"").re()).isZero();
  }

  @Test
  void secretStaysOutOfWhatGetsPrinted() throws Malformed {
    Command hello =
        Codec.decodeCommand(
            "{\"type\":\"hello\",\"auth\":{\"kind\":\"token\",\"token\":\"s3cret\"}}");
    assertThat(hello.toString()).doesNotContain("s3cret").contains("Hello");
    assertThat(Codec.encode(hello)).contains("s3cret");
    assertThat(refusal("{\"type\":\"hello\",\"auth\":{\"kind\":\"token\",\"token\":[\"s3cret\"]}}"))
        .message()
        .doesNotContain("s3cret");
  }

  /** What is understood, for tests that bend it. */
  static List<String> understood() {
    return UNDERSTOOD.stream().map(Said::json).toList();
  }

  private static void checkDecode(String json, Command expected) throws Malformed {
    assertThat(Codec.decodeCommand(json)).isEqualTo(expected);
  }

  private static void checkRefused(String json, ErrorCode code, String sentence) {
    Malformed refusal = refusal(json);
    assertThat(refusal).isNotNull();
    assertThat(refusal.sentence()).contains(sentence).endsWith(".").hasSizeLessThan(200);
    assertThat(refusal.code()).isEqualTo(code);
  }

  private static Malformed refusal(String json) {
    return catchThrowableOfType(Malformed.class, () -> Codec.decodeCommand(json));
  }

  private static Said said(String json, Command expected) {
    return new Said(json.replace('\'', '"'), expected);
  }

  private static Refused refused(String json, ErrorCode code, String sentence) {
    return new Refused(json.replace('\'', '"'), code, sentence.replace('\'', '"'));
  }

  private static Refused refusedBody(String body, ErrorCode code, String sentence) {
    return refused("{'type':'send','room':'r1','nonce':'n','body':" + body + "}", code, sentence);
  }

  private static Refused refusedEmoji(String emoji) {
    return refused(
        "{'type':'react','room':'r1','seq':1,'emoji':" + emoji + "}",
        BAD_MESSAGE,
        "A reaction is one emoji");
  }

  private static Refused refusedHello(String field, ErrorCode code, String sentence) {
    return refused(
        "{'type':'hello','auth':{'kind':'guest','name':'Ann'}," + field + "}", code, sentence);
  }
}
