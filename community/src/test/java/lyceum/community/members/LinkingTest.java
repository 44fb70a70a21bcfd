package lyceum.community.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.hub.World;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People;
import lyceum.kernel.event.Talk;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person may have many accounts; each proves that it is theirs. */
class LinkingTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:general";
    private static final String OPEN = "discord:open";
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");

    @TempDir
    Path folder;

    private final Witness witness = new Witness();
    private World world;

    @BeforeEach
    void open() {
        MembersSettings settings = new MembersSettings(
                ZoneId.of("UTC"),
                Language.EN,
                Map.of(),
                asked -> !asked.room().toString().equals(OPEN));
        world = World.open(folder, World.Cast.of(List.of(new Members(settings), witness), "hub", "members"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCodeOfOneAccountGivenByAnotherMakesThemOnePerson() {
        world.commands(TELEGRAM, "carla", "settings", Map.of("language", "zh"));
        String code = code(world.commands(DISCORD, "carla", "link", Map.of()));

        String answer =
                world.commands(TELEGRAM, "carla", "link", Map.of("code", " " + code.toLowerCase(Locale.ROOT) + " "));

        assertThat(answer).isEqualTo("绑定成功，以下都是你：\n• Discord：carla\n• Telegram：carla");
        world.says(DISCORD, "carla", "hello");
        Actor actor = witness.actors.getLast();
        assertThat(actor.accounts())
                .containsExactlyInAnyOrder(AuthorId.parse("discord:carla"), AuthorId.parse("telegram:carla"));
        assertThat(actor.language()).isEqualTo(Language.ZH);
        assertThat(witness.heard).singleElement().isInstanceOf(People.MembersMerged.class);
        assertThat(world.room("discord:@carla"))
                .containsExactly("Lyceum: Telegram 账号 carla 已与本账号绑定为同一个人。\n如果不是你本人操作，请在这里发送 /unlink 撤销。");
    }

    @Test
    void aCodeIsGoodOnceInTimeAndForAnother() {
        String code = code(world.commands(DISCORD, "carla", "link", Map.of()));
        assertThat(world.commands(DISCORD, "carla", "link", Map.of("code", code)))
                .contains("your own");
        world.commands(TELEGRAM, "carla", "link", Map.of("code", code));
        assertThat(world.commands(TELEGRAM, "bob", "link", Map.of("code", code)))
                .contains("used already");

        String late = code(world.commands(DISCORD, "ann", "link", Map.of()));
        world.passes(LinkCode.VALID);
        assertThat(world.commands(TELEGRAM, "ann", "link", Map.of("code", late)))
                .contains("too late");

        String first = code(world.commands(DISCORD, "ann", "link", Map.of()));
        world.commands(DISCORD, "ann", "link", Map.of());
        assertThat(world.commands(TELEGRAM, "ann", "link", Map.of("code", first)))
                .contains("too late");
    }

    @Test
    void whoGuessesHasToWait() {
        for (int i = 0; i < LinkTable.MOST_GUESSES; i++) {
            assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", "AAAA2" + i)))
                    .contains("no such code");
        }
        String code = code(world.commands(DISCORD, "carla", "link", Map.of()));

        assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", code)))
                .isEqualTo("Too many wrong codes. Try again in 16 minutes.");

        world.passes(LinkTable.GUESSES_COUNT.plusSeconds(1));
        assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", "nobody@example.org")))
                .contains("no such code");
    }

    /** Whoever knows an address is not its owner for that: it counts as a guess, and after a few the right code is not looked at. */
    @Test
    void aTypedAddressOrNumberOfSomebodyElseProvesNothing() {
        world.says(DISCORD, "carla", "hello");
        for (String typed : List.of("carla@example.org", "CARLA@EXAMPLE.ORG", "discord:carla", "@carla", "carla")) {
            assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", typed)))
                    .as(typed)
                    .contains("no such code");
        }

        assertThat(world.commands(TELEGRAM, "mallory", "whoami", Map.of())).doesNotContain("carla");
        assertThat(witness.heard).isEmpty();
        String code = code(world.commands(DISCORD, "carla", "link", Map.of()));
        assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", code)))
                .startsWith("Too many wrong codes.");
    }

    @Test
    void whatOthersOverheardLetsNobodyElseIn() {
        String code = code(world.commands(OPEN, "carla", "link", Map.of()));

        assertThat(world.commands(TELEGRAM, "mallory", "link", Map.of("code", code)))
                .startsWith("Almost there.");
        assertThat(world.commands(TELEGRAM, "mallory", "whoami", Map.of())).doesNotContain("carla");
        assertThat(world.commands(TELEGRAM, "eve", "link", Map.of("code", code)))
                .contains("it is void");
        assertThat(world.commands(OPEN, "carla", "link", Map.of("code", code))).contains("used already");
    }

    @Test
    void whoAskedInTheOpenConfirmsAnAccountOfAnotherName() {
        String code = code(world.commands(OPEN, "carla", "link", Map.of()));
        world.commands(TELEGRAM, "la_carla", "link", Map.of("code", code));

        assertThat(world.commands(OPEN, "carla", "link", Map.of("code", code)))
                .isEqualTo("Joined: all of these are you.\n• Discord: carla\n• Telegram: la_carla");
    }

    @Test
    void anAccountLeavesThePersonAndComesBack() {
        join("carla");

        assertThat(world.commands(DISCORD, "carla", "unlink", Map.of("account", "telegram")))
                .startsWith("The Telegram account carla is a person of its own now.");
        assertThat(world.commands(DISCORD, "carla", "unlink", Map.of())).contains("joined with no other");
        assertThat(world.commands(TELEGRAM, "carla", "whoami", Map.of()))
                .startsWith("You are member 3\n• Telegram: carla\n");

        join("carla");
        assertThat(world.commands(DISCORD, "carla", "whoami", Map.of()))
                .contains("• Discord: carla\n• Telegram: carla");
        assertThat(witness.heard)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MembersMerged", "MembersParted", "MembersMerged");
    }

    @Test
    void theNumberOfAPersonIsNeverGivenToAnother() {
        join("carla");
        world.says(TELEGRAM, "bob", "hello");

        assertThat(witness.actors.getLast().member().value()).isEqualTo(3);
    }

    @Test
    void whoAsksToBeForgottenIsANewcomerAfterwards() {
        join("carla");
        assertThat(world.commands(DISCORD, "carla", "mydata", Map.of())).contains("discord:carla, telegram:carla");
        assertThat(world.commands(DISCORD, "carla", "forget", Map.of())).contains("/forget me");

        assertThat(world.commands(DISCORD, "carla", "forget", Map.of("whom", "me")))
                .startsWith("Done: who you are, your 2 accounts");

        assertThat(world.reads("select account from members_account")).isEmpty();
        assertThat(world.reads("select code from members_code")).isEmpty();
        assertThat(witness.heard.getLast()).isInstanceOf(People.MemberForgotten.class);
    }

    private void join(String who) {
        world.passes(Duration.ofSeconds(1));
        String code = code(world.commands(DISCORD, who, "link", Map.of()));
        world.commands(TELEGRAM, who, "link", Map.of("code", code));
    }

    private static String code(String answer) {
        Matcher matcher = CODE.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    /** Hears who acts, and what became of people. */
    private static final class Witness implements Feature {
        final List<Actor> actors = new ArrayList<>();
        final List<Event> heard = new ArrayList<>();

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public List<Class<? extends Event>> wants() {
            return List.of(Talk.class, People.class);
        }

        @Override
        public Reaction on(Event event, Tx tx) {
            if (event instanceof People) {
                heard.add(event);
            } else if (tx.actor() != null) {
                actors.add(tx.actor());
            }
            return Reaction.NONE;
        }
    }
}
