package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnMoney;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Place;
import lyceum.kernel.event.Talk;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;

/** One event and one effect of each kind, with every field in use somewhere. */
final class Samples {
    private static final RoomId ROOM = RoomId.parse("discord:1001");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.125Z");
    private static final MessageId MESSAGE = new MessageId(ROOM, "42");
    private static final Key KEY = new Key(ROOM.platform(), "1001.42", "7");
    private static final ReplyToken TOKEN = new ReplyToken(ROOM, "token");
    private static final Speaker ANN = new Speaker(
            AuthorId.parse("discord:77"), "ann", "https://cdn.example/ann.png", Standing.FAN, false, Language.ZH);
    private static final Text MARKED = new Text(
            "abcdefghij 你好",
            List.of(
                    new Span(0, 1, new Mark.Bold()),
                    new Span(1, 2, new Mark.Italic()),
                    new Span(2, 3, new Mark.Underline()),
                    new Span(3, 4, new Mark.Strike()),
                    new Span(4, 5, new Mark.Spoiler()),
                    new Span(5, 6, new Mark.Quote()),
                    new Span(6, 7, new Mark.Code()),
                    new Span(7, 8, new Mark.CodeBlock("java")),
                    new Span(8, 9, new Mark.Link("https://example.org/?a=1&b=2")),
                    new Span(9, 10, new Mark.Mention(AuthorId.parse("telegram:5")))));

    private Samples() {}

    static List<Event> events() {
        MessagePosted posted = posted();
        return List.of(
                posted,
                new Talk.MessageEdited(KEY, MESSAGE, ANN, Text.of("better"), List.of(new Attachment("notes.pdf")), AT),
                new Talk.MessageDeleted(KEY, MESSAGE),
                new Talk.ReactionChanged(MESSAGE, ANN, "🎉", true),
                new Talk.MessageReleased(posted, Set.of(Wish.NOT_RELAYED)),
                new Asking.CommandInvoked(KEY, ANN, ROOM, "settings", Map.of("zone", "Asia/Tokyo"), MESSAGE, TOKEN, AT),
                new Asking.ChoiceMade(KEY, ANN, MESSAGE, "moderation:approve:3", TOKEN, AT),
                new Place.RoomChanged(ROOM, "general"),
                new Place.ThreadChanged(new RoomId(ROOM.platform(), "7"), ROOM, "Heaps", true),
                new Place.ThreadGone(new RoomId(ROOM.platform(), "7")),
                new Place.HearingBegan(List.of(MESSAGE)),
                new Place.HearingGap(KEY, ROOM, AT, AT.plusSeconds(90)),
                new Place.StreamChanged(KEY, ROOM, true, AT),
                new Place.NativeHold(KEY, ROOM, MESSAGE, ANN, Text.of("rude"), AT),
                new Money.SubscriptionChanged(KEY, ANN, ROOM, "1000", true, ANN, AT),
                new Money.TipReceived(KEY, ANN, ROOM, 100, "bits", "Cheer100", AT),
                new Money.PaymentMade(KEY, ANN, ROOM, "p1", "gold", 500, "EUR", AT, "thanks", true, AT),
                new Money.EntitlementChanged(KEY, ANN, ROOM, "900", "700", AT, true, AT),
                new Money.PaymentAsked(KEY, ANN, ROOM, "subscriber 30", 250, "XTR", TOKEN, AT),
                new People.MemberJoined(KEY, ANN, ROOM, AT),
                new People.MemberLeft(KEY, ANN, ROOM, AT),
                new People.PresenceChanged(ANN, ROOM, false, AT, AT.plusSeconds(900)),
                new People.JoinRequested(KEY, ANN, ROOM, AT),
                new People.SeatSeen(ANN.id(), ROOM, true, AT),
                new Place.SubscribersListed(ROOM, List.of(new Place.Subscriber(ANN.id(), "1000")), AT),
                new People.SeatOffered(ANN.id(), ROOM, "https://example.org/+abc"),
                new People.MembersMerged(new MemberId(2), new MemberId(1), Set.of(ANN.id())),
                new People.AccountVouched(KEY, ANN, AuthorId.parse("telegram:5"), AT),
                new People.MembersParted(new MemberId(1), new MemberId(3), ANN.id()),
                new People.MemberForgotten(new MemberId(1), Set.of(ANN.id())),
                new Answer.Delivered(new EffectId(9), post(), List.of(MESSAGE), true),
                new Answer.Undeliverable(
                        new EffectId(10),
                        new Delete(MESSAGE, "bridge:gone"),
                        Phrase.of("hub.no-answer", "IOException")),
                new Answer.TimerFired("moderation:remind", "3", AT, true),
                new Answer.Resolved("giveaways:round:quicknet:7", "aa"));
    }

    static List<OnPlatform> effects() {
        return List.of(
                post(),
                new Edit(MESSAGE, Document.of(Text.of("better")), Language.EN, "bridge:edit"),
                new OnPlatform.OpenThread(ROOM, "Heaps", "bridge:thread:1"),
                new OnPlatform.ChangeThread(ROOM, "Heaps", false, "bridge:thread"),
                new React(MESSAGE, List.of("🎉", "👍"), List.of("👀"), "bridge:react"),
                new Delete(MESSAGE, "bridge:gone"),
                new Respond(TOKEN, Document.of(Phrase.of("help.about", "Lyceum")), Language.ZH, true, "help:about"),
                new OnAccess.Grant(ANN.id(), new Perk.Role(ROOM.platform(), "Subscriber"), "access:grant"),
                new OnAccess.Revoke(ANN.id(), new Perk.Seat(ROOM), "access:revoke"),
                new OnAccess.DecideJoin(ANN.id(), ROOM, true, "access:join"),
                new OnAccess.Inspect(ANN.id(), ROOM, "access:seen"),
                new Restrict(ANN.id(), ROOM, Restrict.Measure.SILENCE, AT, "moderation:measure"),
                new Pin(MESSAGE, true, "classes:pin"),
                new Schedule(
                        ROOM,
                        List.of(new Schedule.Slot(
                                "3@2026-03-08T19:00",
                                "Graphs",
                                Phrase.of("classes.scheduled"),
                                "Algorithm School",
                                AT,
                                AT.plusSeconds(3_600))),
                        Language.ZH,
                        "classes:scheduled"),
                new DecideHold(MESSAGE, true, "moderation:native:1"),
                new OnMoney.Offer(
                        ROOM,
                        "subscriber 30",
                        Text.of("Subscriber"),
                        Phrase.of("access.month"),
                        250,
                        "XTR",
                        Duration.ofDays(30),
                        Language.EN,
                        "access:offer"),
                new OnMoney.DecidePayment(TOKEN, Phrase.of("access.not-sold"), Language.ZH, "access:payment"));
    }

    private static MessagePosted posted() {
        List<Attachment> files = List.of(new Attachment("notes.pdf"));
        return new MessagePosted(KEY, MESSAGE, ANN, MARKED, files, new MessageId(ROOM, "41"), AT, "some words");
    }

    private static Post post() {
        Document document = new Document(
                List.of(
                        new Block.Title(Phrase.of("moderation.title")),
                        new Block.Paragraph(Phrase.of("moderation.held", Phrase.of("moderation.why"), MARKED)),
                        new Block.Bullets(List.of(Text.of("one"), Phrase.of("moderation.two"))),
                        new Block.File("heap.png", 1_024, "discord:https://cdn.example/heap.png"),
                        new Block.Quotation(Text.of("said")),
                        new Block.Fields(List.of(new Block.Field(Phrase.of("moderation.room"), Text.of("general")))),
                        new Block.Notice(Block.Tone.BAD, Text.of("look")),
                        new Block.Table(
                                List.of(Text.of("who")),
                                List.of(Block.Row.of("7", Text.of("ann"))
                                        .in(Block.Tone.GOOD)
                                        .offering(new Choice("hub:retry:7", Text.of("Again"), Choice.Weight.PLAIN))),
                                Text.of("nobody")),
                        new Block.Card("case-3", Block.Tone.PLAIN, Document.of(Text.of("inside"))),
                        new Block.Form(
                                "class",
                                Map.of("verb", "new"),
                                List.of(new Block.Input(
                                        "zone",
                                        Text.of("Zone"),
                                        Block.Input.Kind.ONE_OF,
                                        "UTC",
                                        List.of(new Block.Pick("UTC", Text.of("Universal"))))),
                                Text.of("Make")),
                        new Block.Links(List.of(new Block.Link(Text.of("More"), "queue", Map.of("page", "2"), true)))),
                List.of(
                        new Choice("moderation:approve:3", Phrase.of("moderation.approve"), Choice.Weight.GOOD),
                        new Choice("moderation:remove:3", Text.of("Remove"), Choice.Weight.HARMFUL)));
        Voice voice = new Voice("ann", "https://cdn.example/ann.png");
        return new Post(
                ROOM, document, Language.EN, voice, new MessageId(ROOM, "41"), "moderation:card:3", "bob: Is this", AT);
    }
}
