package lyceum.telegram;

import static lyceum.telegram.Told.ANN;
import static lyceum.telegram.Told.GROUP;
import static lyceum.telegram.Told.json;
import static lyceum.telegram.Told.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Set<Long> HEARD = Set.of(-1001L, -1002L);
    private static final Vocabulary COMMANDS = new Vocabulary(new TypedCommands(List.of(new Command(
            "ask",
            List.of("提问"),
            Phrase.of("x.ask"),
            List.of(new Command.Option("text", Phrase.of("x.text"), true, List.of())),
            Standing.FAN))));

    private final Reader reader = new Reader(
            new Reader.Speaking(
                    new Self(1000, "lyceum_bot", true, InstantSource.fixed(NOW)),
                    (chat, account) -> account == 77 && chat == -1001 ? Standing.MODERATOR : Standing.FAN,
                    new Whereabouts()),
            address -> !address.isShared() || HEARD.contains(address.chat()),
            () -> COMMANDS);

    @Test
    void aMessageIsReadWithItsSpeakerRoomTimeAndKey() {
        MessagePosted posted = posted(message(5, "'text':'hello'"));

        RoomId room = RoomId.parse("telegram:-1001");
        assertThat(posted)
                .isEqualTo(new MessagePosted(
                        new Key(Address.TELEGRAM, "-1001.1005", "5"),
                        new MessageId(room, "1005"),
                        new Speaker(
                                AuthorId.parse("telegram:77"), "Ann Lee", null, Standing.MODERATOR, false, Language.ZH),
                        Text.of("hello"),
                        List.of(),
                        null,
                        Instant.ofEpochSecond(1700000000)));
    }

    @Test
    void aMessageCarriesTheTitleOfItsRoom() {
        assertThat(reader.read(message(5, "'text':'hello'")))
                .isInstanceOfSatisfying(
                        Heard.Told.class,
                        told -> assertThat(told.place()).isEqualTo(new Heard.Title("Algorithm School")));
    }

    @Test
    void aTopicIsARoomOfItsOwnAndItsBeginningIsNoReply() {
        JsonNode update = message(
                6,
                "'text':'hi','is_topic_message':true,'message_thread_id':5,"
                        + "'reply_to_message':{'message_id':5,'forum_topic_created':{'name':'Graphs'}}");

        assertThat(posted(update).message()).isEqualTo(MessageId.parse("telegram:-1001.5/1006"));
        assertThat(posted(update).replyTo()).isNull();
        assertThat(((Heard.Told) reader.read(update)).place())
                .isEqualTo(new Heard.Title("Algorithm School", null, "Graphs", null));
    }

    @Test
    void aChainOfRepliesIsNoRoom() {
        JsonNode update = message(6, "'text':'hi','message_thread_id':5,'reply_to_message':{'message_id':5}");

        assertThat(posted(update).message().room()).isEqualTo(RoomId.parse("telegram:-1001"));
        assertThat(posted(update).replyTo()).isEqualTo(MessageId.parse("telegram:-1001/5"));
    }

    @Test
    void whoIsMentionedByAUserNameIsKnownOnceTheySpoke() {
        JsonNode mention = message(9, "'text':'@Ann_L?','entities':[{'type':'mention','offset':0,'length':6}]");
        assertThat(posted(mention).text().spans().getFirst().mark())
                .isEqualTo(new Mark.Mention(AuthorId.parse("telegram:@Ann_L")));

        reader.read(json("{'update_id':7,'message':{'message_id':3,'date':1,'from':{'id':77,'first_name':'Ann',"
                + "'username':'ann_l'},'chat':{'id':77,'type':'private'},'text':'here'}}"));
        assertThat(posted(mention).text().spans().getFirst().mark())
                .isEqualTo(new Mark.Mention(AuthorId.parse("telegram:77")));
    }

    @Test
    void aPrivateChatIsAlwaysHeard() {
        JsonNode update = json("{'update_id':7,'message':{'message_id':3,'date':1," + ANN
                + ",'chat':{'id':77,'type':'private','first_name':'Ann'},'text':'psst'}}");

        assertThat(posted(update).message()).isEqualTo(MessageId.parse("telegram:77/3"));
        assertThat(posted(update).speaker().standing()).isEqualTo(Standing.FAN);
    }

    @Test
    void aChannelSpeaksAsItself() {
        JsonNode update = json("{'update_id':8,'channel_post':{'message_id':3,'date':1,"
                + "'chat':{'id':-1002,'type':'channel','title':'News'},'sender_chat':{'id':-1002,'title':'News'},"
                + "'text':'today'}}");

        Speaker speaker = posted(update).speaker();
        assertThat(speaker.name()).isEqualTo("News");
        assertThat(speaker.standing()).isEqualTo(Standing.MODERATOR);
        assertThat(speaker.id()).isEqualTo(AuthorId.parse("telegram:-1002"));
    }

    @Test
    void anAnonymousAdministratorSpeaksForTheGroup() {
        JsonNode update = json("{'update_id':8,'message':{'message_id':3,'date':1," + GROUP
                + ",'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},'author_signature':'boss',"
                + "'sender_chat':{'id':-1001,'title':'Algorithm School'},'text':'order'}}");

        Speaker speaker = posted(update).speaker();
        assertThat(speaker.name()).isEqualTo("boss");
        assertThat(speaker.standing()).isEqualTo(Standing.MODERATOR);
        assertThat(speaker.bot()).isFalse();
    }

    @Test
    void whoeverSpeaksAsAForeignChannelIsAFan() {
        JsonNode update = json("{'update_id':8,'message':{'message_id':3,'date':1," + GROUP
                + ",'from':{'id':136817688,'is_bot':true,'first_name':'Channel'},"
                + "'sender_chat':{'id':-1999,'title':'Elsewhere'},'text':'look'}}");

        assertThat(posted(update).speaker().standing()).isEqualTo(Standing.FAN);
    }

    @Test
    void aChannelsPostThatItsGroupRepeatsIsHeardOnce() {
        String fields = ",'from':{'id':777000,'is_bot':false,'first_name':'Telegram'},'is_automatic_forward':true,"
                + "'sender_chat':{'id':%d,'title':'News'},'text':'today'}}";
        String head = "{'update_id':8,'message':{'message_id':3,'date':1," + GROUP;

        assertThat(reader.read(json(head + fields.formatted(-1002)))).isInstanceOf(Heard.Nothing.class);
        assertThat(posted(json(head + fields.formatted(-1003))).speaker().name())
                .isEqualTo("News");
    }

    @Test
    void theHubDoesNotHearItselfButHearsOtherBots() {
        String other = "{'update_id':8,'message':{'message_id':3,'date':1," + GROUP
                + ",'from':{'id':%d,'is_bot':true,'first_name':'Bot'},'text':'beep'}}";

        assertThat(reader.read(json(other.formatted(1000)))).isInstanceOf(Heard.Nothing.class);
        assertThat(posted(json(other.formatted(1001))).speaker().bot()).isTrue();
    }

    @Test
    void aRoomThatIsNotOursIsNotHeard() {
        JsonNode update = json("{'update_id':8,'message':{'message_id':3,'date':1," + ANN
                + ",'chat':{'id':-1003,'type':'group','title':'x'},'text':'hi'}}");

        assertThat(reader.read(update)).isInstanceOf(Heard.Nothing.class);
    }

    @Test
    void anEditHasItsOwnRevisionAndTime() {
        JsonNode update = json("{'update_id':9,'edited_message':{'message_id':3,'date':1,'edit_date':5," + ANN + ","
                + GROUP + ",'text':'new'}}");

        MessageEdited edited = (MessageEdited) event(update);
        assertThat(edited.key()).isEqualTo(new Key(Address.TELEGRAM, "-1001.3", "9"));
        assertThat(edited.text()).isEqualTo(Text.of("new"));
        assertThat(edited.at()).isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void filesAreNamedAndTheirCaptionIsTheText() {
        JsonNode update = message(
                5, "'caption':'my notes','document':{'file_name':'a.pdf','file_id':'x'},'photo':[{'file_id':'y'}]");

        assertThat(posted(update).text()).isEqualTo(Text.of("my notes"));
        assertThat(posted(update).attachments())
                .containsExactly(
                        new Attachment("a.pdf", 0, "telegram:x"), new Attachment("photo.jpg", 0, "telegram:y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ask why not", "/ASK@Lyceum_Bot why not", "/提问 why not", "/ask\nwhy not", "/ask “why not”"})
    void aCommandIsReadInEveryFormThatPeopleType(String line) {
        CommandInvoked asked = (CommandInvoked)
                event(message(5, "'text':'" + line.replace("\n", "\\n") + "','reply_to_message':{'message_id':4}"));

        assertThat(asked.command()).isEqualTo("ask");
        assertThat(asked.options()).isEqualTo(Map.of("text", "why not"));
        assertThat(asked.about()).isEqualTo(MessageId.parse("telegram:-1001/4"));
        assertThat(asked.reply().value()).isEqualTo("1005");
        assertThat(asked.reply().room()).isEqualTo(asked.room());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask@another_bot hi", "/unknown", "ask hi", "提问 hi", "/", "//ask"})
    void whatIsNoCommandOfOursIsAMessage(String line) {
        assertThat(posted(message(5, "'text':'" + line + "'")).text().plain()).isEqualTo(line);
    }

    @Test
    void aPressedButtonIsAChoice() {
        JsonNode update = json("{'update_id':9,'callback_query':{'id':'q1'," + ANN + ",'data':'polls:yes','message':{"
                + "'message_id':12,'date':0," + GROUP + "}}}");

        Heard.Pressed pressed = (Heard.Pressed) reader.read(update);

        assertThat(pressed.query()).isEqualTo("q1");
        ChoiceMade made = Objects.requireNonNull(pressed.event());
        assertThat(made.choice()).isEqualTo("polls:yes");
        assertThat(made.message()).isEqualTo(MessageId.parse("telegram:-1001/12"));
        assertThat(made.key()).isEqualTo(new Key(Address.TELEGRAM, "q1", "9"));
        assertThat(made.speaker().standing()).isEqualTo(Standing.MODERATOR);
        assertThat(made.at()).isEqualTo(NOW);
        assertThat(Asked.of(made.reply())).isEqualTo(new Asked(12, "q1"));
    }

    @Test
    void aButtonOutsideOfOurRoomsIsAnsweredAllTheSame() {
        JsonNode update = json("{'update_id':9,'callback_query':{'id':'q1'," + ANN + ",'data':'x'}}");

        assertThat(reader.read(update)).isEqualTo(new Heard.Pressed("q1", null));
    }

    @Test
    void aNewTitleAndATopicAreNames() {
        assertThat(reader.read(message(5, "'new_chat_title':'Algorithm School'")))
                .isEqualTo(new Heard.Named(RoomId.parse("telegram:-1001"), new Heard.Title("Algorithm School")));
        assertThat(reader.read(message(
                        5, "'is_topic_message':true,'message_thread_id':5,'forum_topic_created':{'name':'Trees'}")))
                .isEqualTo(new Heard.Named(
                        RoomId.parse("telegram:-1001.5"), new Heard.Title("Algorithm School", "Trees", null, true)));
    }

    @Test
    void aChangedStatusAndAMovedGroupAreNoticed() {
        assertThat(
                        reader.read(
                                json(
                                        "{'update_id':1,'chat_member':{" + GROUP + "," + ANN
                                                + ",'date':1,'old_chat_member':{'status':'member'},'new_chat_member':{'status':'administrator','user':{'id':5}}}}")))
                .isEqualTo(new Heard.Ranked(-1001, 5, "administrator", null));
        assertThat(reader.read(message(5, "'migrate_to_chat_id':-1005"))).isEqualTo(new Heard.Moved(-1001, -1005));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':1}",
                "{'update_id':1,'poll':{}}",
                "{'update_id':1,'a_kind_of_tomorrow':{'x':1}}",
                "{'update_id':1,'message':{'message_id':3,'date':1,'chat':{'id':-1001,'type':'group','title':'x'},"
                        + "'from':{'id':5,'first_name':'x'},'left_chat_member':{'id':5}}}"
            })
    void whatSaysNothingIsNothing(String update) {
        assertThat(reader.read(json(update))).isInstanceOf(Heard.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "'text'",
                "{'update_id':'x'}",
                "{'update_id':1,'message':5}",
                "{'update_id':1,'message':{'text':'hi'}}",
                "{'update_id':1,'message':{'message_id':1,'date':1,'chat':{'id':-1001},'text':'hi'}}",
                "{'update_id':1,'message':{'message_id':99999999999,'date':1,'chat':{'id':-1001},'text':'hi'}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':-1001},'from':{'id':1},'text':'hi'}}",
                "{'update_id':1,'callback_query':{}}",
                "{'update_id':1,'chat_member':{'chat':{}}}"
            })
    void whatIsBrokenIsSaidToBe(String update) {
        assertThatThrownBy(() -> reader.read(json(update))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void fieldsOfTomorrowAndNamesOfNobodyDoNotSpoilAMessage() {
        JsonNode update = json("{'update_id':5,'message':{'message_id':3,'date':1," + GROUP
                + ",'from':{'id':8,'first_name':'  '},'text':'hi','entities':[{'type':'hologram','offset':0,'length':2},"
                + "{'type':'bold','offset':-1,'length':1},{'type':'bold','offset':1,'length':99},{'type':'italic'}],"
                + "'forward_origin':{'type':'from_mars'},'rich':{'a':[1]}}}");

        MessagePosted posted = posted(update);
        assertThat(posted.speaker().name()).isEqualTo("8");
        assertThat(posted.text().spans()).hasSize(1);
    }

    @Test
    @Timeout(20)
    void aMessageOfAHundredThousandCharactersIsReadWholeAndSoon() {
        String text = "0123456789".repeat(10_000);
        String marks = IntStream.range(0, 1_000)
                .mapToObj(i -> "{'type':'bold','offset':" + 90 * i + ",'length':95}")
                .collect(Collectors.joining(","));

        MessagePosted posted = posted(message(5, "'text':'" + text + "','entities':[" + marks + "]"));

        assertThat(posted.text().plain()).isEqualTo(text);
        assertThat(posted.text().spans()).hasSizeGreaterThanOrEqualTo(1_000);
    }

    private Event event(JsonNode update) {
        return ((Heard.Told) reader.read(update)).event();
    }

    private MessagePosted posted(JsonNode update) {
        return (MessagePosted) event(update);
    }
}
