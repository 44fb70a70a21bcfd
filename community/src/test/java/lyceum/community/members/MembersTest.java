package lyceum.community.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who, and what they chose. */
class MembersTest {
    private static final String ROOM = "discord:general";
    private static final String CHINESE_ROOM = "telegram:general";
    private static final String YOURS = "\nLanguage: English\nTime zone: Europe/Paris\n"
            + "What you say: can be read in the joined rooms\nPrivate messages: Lyceum may write to you\n"
            + "To change the time zone, write /settings zone Europe/Berlin."
            + " [简体中文] [Do not relay me] [No private messages]";

    @TempDir
    Path folder;

    private final Witness witness = new Witness();
    private World world;

    @BeforeEach
    void open() {
        MembersSettings settings = new MembersSettings(
                ZoneId.of("Europe/Paris"), Language.EN, Map.of(RoomId.parse(CHINESE_ROOM), Language.ZH));
        world = World.open(folder, World.Cast.of(List.of(new Members(settings), witness), "hub", "members"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAccountIsAPersonWithWhatTheRoomAndTheSettingsSay() {
        world.says(ROOM, "ann", "hello");
        world.says(CHINESE_ROOM, "mei", "你好");

        assertThat(witness.actors)
                .containsExactly(
                        actor(1, "discord:ann", Standing.FAN, Language.EN),
                        actor(2, "telegram:mei", Standing.MODERATOR, Language.ZH));
    }

    @Test
    void anAccountStaysTheSamePersonAlsoAfterARestart() {
        world.says(ROOM, "ann", "hello");
        world.restarts();
        world.says(ROOM, "ann", "hello again");

        assertThat(witness.actors).hasSize(2).containsOnly(actor(1, "discord:ann", Standing.FAN, Language.EN));
        assertThat(world.reads("select account from members_account")).containsExactly("discord:ann");
    }

    @Test
    void aProgramIsNobody() {
        world.botSays(ROOM, "feed", "news");

        assertThat(world.reads("select account from members_account")).isEmpty();
    }

    @Test
    void whatThePlatformReportsComesBeforeTheRoomAndAfterTheChoice() {
        RoomId room = RoomId.parse(ROOM);
        Speaker ann = new Speaker(AuthorId.parse("discord:ann"), "Ann", null, Standing.FAN, false, Language.ZH);
        world.hears(invoked(room, ann, "1", "whatever"));
        world.commands(ROOM, "ann", "settings", Map.of("language", "en"));
        world.hears(invoked(room, ann, "2", "whatever"));

        assertThat(witness.actors).extracting(Actor::language).containsExactly(Language.ZH, Language.EN, Language.EN);
    }

    @Test
    void settingsAreShownInPrivateWithWhatCanBeOtherwise() {
        assertThat(world.commands(ROOM, "ann", "settings", Map.of())).isEqualTo("Your settings" + YOURS);
        assertThat(world.room(ROOM)).isEmpty();
    }

    @Test
    void theAnswerSpeaksTheNewLanguage() {
        assertThat(world.commands(ROOM, "ann", "settings", Map.of("language", "zh")))
                .isEqualTo("已保存，现在的设置是\n语言：简体中文\n时区：Europe/Paris\n你说的话：互通的房间也能看到\n私信：Lyceum 可以给你发私信\n"
                        + "想换时区，请发送 /settings zone Europe/Berlin。 [English] [不转发我的发言] [不要给我发私信]");
    }

    @Test
    void aButtonChangesItsOwnThingForWhoeverPressesIt() {
        world.says(ROOM, "bob", "a message to press under");
        world.commands(ROOM, "ann", "settings", Map.of());

        String answer = world.chooses(world.message(ROOM, 0), "bob", "members:relay:off");

        assertThat(answer)
                .startsWith("Saved. Your settings now")
                .contains("What you say: stays in the room where you say it")
                .endsWith("[简体中文] [Relay me again] [No private messages]");
        world.says(ROOM, "bob", "quiet");
        world.says(ROOM, "ann", "loud");
        assertThat(witness.actors.subList(witness.actors.size() - 2, witness.actors.size()))
                .extracting(Actor::wishes)
                .containsExactly(Set.of(Wish.NOT_RELAYED), Set.of());
    }

    @Test
    void bothWishesAreKeptAndTakenBack() {
        world.commands(ROOM, "ann", "settings", Map.of("relay", "no", "private", "关"));
        world.restarts();
        assertThat(world.commands(ROOM, "ann", "settings", Map.of()))
                .contains("stays in the room where you say it", "Lyceum does not write to you");

        assertThat(world.commands(ROOM, "ann", "settings", Map.of("relay", "yes", "private", "开")))
                .isEqualTo("Saved. Your settings now" + YOURS);
        assertThat(world.reads("select wish from members_wish")).isEmpty();
    }

    @Test
    void aZoneIsKeptUnderItsProperName() {
        assertThat(world.commands(ROOM, "ann", "settings", Map.of("zone", "asia/shanghai")))
                .contains("Time zone: Asia/Shanghai");
        world.says(ROOM, "ann", "hello");

        assertThat(witness.actors.getLast().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void anUnknownZoneIsAnsweredWithWhatWasProbablyMeantAsButtons() {
        assertThat(world.commands(ROOM, "ann", "settings", Map.of("zone", "Berlin", "relay", "off")))
                .isEqualTo("I know no time zone “Berlin”, so nothing was changed. Zones are named after places;"
                        + " perhaps you mean one of these:\n• Europe/Berlin [Europe/Berlin]");
        world.says(ROOM, "ann", "hello");

        assertThat(world.chooses(world.message(ROOM, 0), "ann", "members:zone:Europe/Berlin"))
                .contains("Time zone: Europe/Berlin", "can be read in the joined rooms");
    }

    @Test
    void aWordThatIsNotUnderstoodIsNamed() {
        assertThat(world.commands(ROOM, "ann", "settings", Map.of("relay", "perhaps")))
                .isEqualTo("I do not understand “perhaps” for relay, so nothing was changed. Please choose on or off.");
        assertThat(world.commands(CHINESE_ROOM, "小明", "settings", Map.of("language", "火星文")))
                .isEqualTo("“language”这一项里的“火星文”我没看懂，设置没有改动。请填 en 或 zh-Hans。");
    }

    private static Actor actor(long member, String account, Standing standing, Language language) {
        return new Actor(
                new MemberId(member),
                Set.of(AuthorId.parse(account)),
                standing,
                language,
                ZoneId.of("Europe/Paris"),
                Set.of());
    }

    private static CommandInvoked invoked(RoomId room, Speaker who, String id, String command) {
        return new CommandInvoked(
                new Key(room.platform(), id, ""),
                who,
                room,
                command,
                Map.of(),
                null,
                new ReplyToken(room, id),
                World.START);
    }

    /** A later feature, which sees who acts. */
    private static final class Witness implements Feature {
        private final List<Actor> actors = new ArrayList<>();

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public List<Class<? extends Event>> wants() {
            return List.of(MessagePosted.class, CommandInvoked.class);
        }

        @Override
        public Reaction on(Event event, Tx tx) {
            Speaker speaker = Objects.requireNonNull(event.speaker());
            if (!speaker.bot()) {
                actors.add(Objects.requireNonNull(tx.actor()));
            }
            return Reaction.NONE;
        }
    }
}
