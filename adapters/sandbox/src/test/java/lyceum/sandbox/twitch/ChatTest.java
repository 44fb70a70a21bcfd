package lyceum.sandbox.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat on the bare wire, by the documentation of Twitch's IRC. */
@Timeout(60)
class ChatTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void close() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void whoAsksForNothingHearsBareLines() {
        try (RawIrc irc = new RawIrc(sandbox)) {
            irc.send("PASS oauth:x").send("NICK guest").send("JOIN #ada");
            irc.hear(":guest.tmi.twitch.tv 366 guest #ada :End of /NAMES list");
            visitor.say("ann", "hello");

            irc.hear(":ann!ann@ann.tmi.twitch.tv PRIVMSG #ada :hello");
            assertThat(irc.untilNow()).noneMatch(line -> line.matches(".*(ROOMSTATE|USERSTATE|CAP).*"));
        }
    }

    @Test
    void theWelcomeAndTheEntranceComeInTheDocumentedOrder() {
        try (RawIrc irc = new RawIrc(sandbox)) {
            irc.send("CAP REQ :twitch.tv/membership twitch.tv/tags twitch.tv/commands")
                    .send("PASS oauth:x")
                    .send("NICK guest")
                    .send("JOIN #ada");
            irc.hear(".* ROOMSTATE #ada");

            assertThat(irc.untilNow().stream()
                            .map(line -> line.replaceFirst("^(@[^ ]* )?:[^ ]* ([^ ]*).*", "$2"))
                            .limit(14))
                    .containsExactly(
                            "CAP",
                            "001",
                            "002",
                            "003",
                            "004",
                            "375",
                            "372",
                            "376",
                            "GLOBALUSERSTATE",
                            "JOIN",
                            "353",
                            "366",
                            "USERSTATE",
                            "ROOMSTATE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAP REQ :twitch.tv/tags, ':tmi.twitch.tv CAP * ACK :twitch.tv/tags'",
        "CAP REQ :twitch.tv/tags nonsense, ':tmi.twitch.tv CAP * NAK :twitch.tv/tags nonsense'",
        "CAP LS 302, ':tmi.twitch.tv CAP * LS :twitch.tv/commands twitch.tv/membership twitch.tv/tags'",
        "PING :abc, ':tmi.twitch.tv PONG tmi.twitch.tv :abc'",
        "PING, PONG"
    })
    void aLineIsAnsweredAsTwitchDoes(String said, String answer) {
        try (RawIrc irc = new RawIrc(sandbox)) {
            assertThat(irc.send(said).hear("(?s).+")).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "oauth:x, nobody_here, Login authentication failed",
        "x, guest, Improperly formatted auth",
        "'', guest, Improperly formatted auth"
    })
    void whoIsNotKnownIsToldSoAndLeft(String password, String nick, String words) {
        try (RawIrc irc = new RawIrc(sandbox)) {
            irc.send("PASS " + password).send("NICK " + nick);

            irc.hear(":tmi.twitch.tv NOTICE \\* :" + words);
            irc.hearsTheEnd();
        }
    }

    @Test
    void whoReadsWithoutAnAccountIsNotHeard() {
        try (RawIrc irc = new RawIrc(sandbox)) {
            irc.send("CAP REQ :twitch.tv/tags").send("NICK justinfan123").send("JOIN #ada");
            irc.hear(".* 366 .*");
            irc.send("PRIVMSG #ada :can you hear me?");
            visitor.say("ann", "hello");

            irc.hear("@.*display-name=ann;.* PRIVMSG #ada :hello");
            assertThat(visitor.messages()).hasSize(1);
        }
    }

    @Test
    void tagsAreEscapedAndTellOfTheAnswer() {
        try (RawIrc irc = RawIrc.in(sandbox, "guest")) {
            String asked = visitor.say("bob", "why; and how?");
            visitor.deed("ada/say", "{'who':'mei','text':'so','replyTo':'" + asked + "'}");

            assertThat(irc.hear(".* PRIVMSG #ada :@bob so"))
                    .contains(
                            ";mod=1;",
                            ";reply-parent-msg-body=why\\:\\sand\\show?;",
                            ";reply-parent-msg-id=" + asked + ";",
                            ";reply-parent-user-login=bob;",
                            "badges=moderator/1;");
        }
    }

    @Test
    void whoSpeaksIsToldTheStandingAndNotTheLine() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest");
                RawIrc other = RawIrc.in(sandbox, "ann")) {
            guest.send("PRIVMSG #ada :hello there");

            String heard = other.hear(".* PRIVMSG #ada :hello there");
            String id = heard.replaceFirst(".*;id=([^;]*);.*", "$1");
            assertThat(guest.hear("@.*;id=" + id + ";.* USERSTATE #ada")).contains("mod=0");
            assertThat(guest.count(".*PRIVMSG.*")).isZero();
        }
    }

    @Test
    void whatIsTooLongIsCutAndAnActionIsOne() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            guest.send("PRIVMSG #ada :" + "😀".repeat(600));
            guest.hear("@.*;id=.* USERSTATE #ada");
        }
        try (RawIrc ann = RawIrc.in(sandbox, "ann")) {
            ann.send("PRIVMSG #ada :/me waves").hear("@.*;id=.* USERSTATE #ada");
        }

        assertThat(visitor.messages().path(0).path("text").asText()).isEqualTo("😀".repeat(500));
        assertThat(visitor.messages().path(1).path("text").asText()).isEqualTo("\u0001ACTION waves\u0001");
    }

    @Test
    void whoIsTooFastIsMutedForHalfAnHour() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            guest.send("PRIVMSG #ada :one").send("PRIVMSG #ada :two");
            guest.hear("@msg-id=msg_slowmode .*");
            move(2);
            guest.send("PRIVMSG #ada :one").hear("@msg-id=msg_duplicate .*");
            for (int i = 0; i < 19; i++) {
                move(1);
                guest.send("PRIVMSG #ada :line " + i).untilNow();
            }
            move(1);
            guest.send("PRIVMSG #ada :one too many").hear("@msg-id=msg_ratelimit .*");
            move(60);
            guest.send("PRIVMSG #ada :muted").untilNow();
            move(31 * 60);
            guest.send("PRIVMSG #ada :heard again").untilNow();
        }

        assertThat(visitor.messages().toString()).contains("heard again").doesNotContain("muted", "one too many");
        assertThat(visitor.messages()).hasSize(21);
        assertThat(visitor.look("log").path("brokenLimits").asInt()).isEqualTo(3);
    }

    @Test
    void whoModeratesMaySayAHundredLinesAndTheSameTwice() {
        try (RawIrc hub = RawIrc.in(sandbox, "lyceum")) {
            for (int i = 0; i < 101; i++) {
                hub.send("PRIVMSG #ada :again");
            }
            hub.hear("@msg-id=msg_ratelimit .*");
        }

        assertThat(visitor.messages()).hasSize(100);
    }

    @Test
    void whoEntersTooOftenIsNotAnswered() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            for (int i = 0; i < 30; i++) {
                guest.send("JOIN #ada");
            }
            guest.untilNow();

            assertThat(guest.count(".* JOIN #ada")).isEqualTo(20);
        }
    }

    @Test
    void whatIsTakenAwayIsTold() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            String slip = visitor.say("bob", "a slip");
            visitor.deed("ada/delete", "{'who':'bob','message':'" + slip + "'}");
            visitor.deed("ada/timeout", "{'who':'mei','person':'bob','seconds':600}");

            assertThat(guest.hear(".* CLEARMSG #ada :a slip")).contains("login=bob;", ";target-msg-id=" + slip + ";");
            assertThat(guest.hear(".* CLEARCHAT #ada :bob"))
                    .contains("ban-duration=600;", ";target-user-id=600000004;");
        }
        assertThat(visitor.refusal("ada/say", "{'who':'bob','text':'still here'}"))
                .isEqualTo(403);
    }

    @Test
    void comingsAndGoingsAreToldToWhoAskedForThem() {
        try (RawIrc members = new RawIrc(sandbox);
                RawIrc others = RawIrc.in(sandbox, "guest")) {
            members.send("CAP REQ :twitch.tv/membership")
                    .send("NICK justinfan1")
                    .send("JOIN #ada");
            members.hear(".* 366 .*");
            try (RawIrc ann = RawIrc.in(sandbox, "ann")) {
                ann.send("PART #ada").hear(".* PART #ada");
            }

            members.hear(":ann!ann@ann.tmi.twitch.tv JOIN #ada");
            members.hear(":ann!ann@ann.tmi.twitch.tv PART #ada");
            assertThat(others.untilNow()).noneMatch(line -> line.contains(":ann!"));
        }
    }

    @Test
    void aGiftIsToldWithBothNames() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            visitor.deed("ada/subscribe", "{'who':'ann','tier':'2000','gift':'bob'}");
            visitor.deed("ada/subscribe", "{'who':'dora','gift':true}");

            assertThat(guest.hear(".*login=ann;.*msg-id=subgift;.* USERNOTICE #ada"))
                    .contains("msg-param-recipient-id=600000004;", "msg-param-sub-plan=2000;");
            assertThat(guest.hear(".*login=ananonymousgifter;.* USERNOTICE #ada"))
                    .contains("msg-param-recipient-user-name=dora;");
        }
    }

    @Test
    void aTokenThatWasTakenBackDoesNotOpenTheDoor() {
        visitor.deed("ada/token", "{'valid':false}");

        try (RawIrc hub = new RawIrc(sandbox)) {
            hub.send("PASS oauth:sandbox-hub").send("NICK lyceum");
            hub.hear(":tmi.twitch.tv NOTICE \\* :Login authentication failed");
        }
    }

    @Test
    void otherRoomsDoNotExist() {
        try (RawIrc guest = RawIrc.in(sandbox, "guest")) {
            guest.send("JOIN #nowhere").hear("@msg-id=msg_channel_suspended .* NOTICE #nowhere :.*");
            guest.send("WHOIS ann").hear(":tmi.twitch.tv 421 guest WHOIS :Unknown command");
        }
        for (String path : List.of("elsewhere/say", "private/say")) {
            assertThat(visitor.refusal(path, "{'who':'ann','text':'x'}")).isGreaterThan(400);
        }
    }

    /** The world's clock runs on by some seconds. */
    private void move(long seconds) {
        Visitor.Answer clock = visitor.send("GET", "/sandbox/clock", "", "");
        String now = Instant.parse(clock.body().path("now").asText())
                .plusSeconds(seconds)
                .toString();
        assertThat(visitor.send("PUT", "/sandbox/clock", "{'now':'" + now + "'}", "")
                        .status())
                .isEqualTo(200);
    }
}
