package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

final class InteractionsTest {
    private static final String ID = "1310000000000000000";

    private final House house = Guild.house();
    private final Interactions interactions = new Interactions(house, new Faces(house));

    @Test
    void aCommandIsReadWithItsOptionsThoseOfSubcommandsAmongThem() {
        CommandInvoked asked = read(CommandInvoked.class, asked(2, """
                {"name": "class", "options": [{"name": "new", "type": 1, "options": [
                  {"name": "title", "type": 3, "value": "Graphs"}, {"name": "minutes", "type": 4, "value": 90}]}]}
                """));

        assertThat(asked.command()).isEqualTo("class-new");
        assertThat(asked.options()).containsEntry("title", "Graphs").containsEntry("minutes", "90");
        assertThat(asked.speaker().standing()).isEqualTo(Standing.MODERATOR);
        assertThat(asked.speaker().language()).isEqualTo(Language.ZH);
        assertThat(asked.about()).isNull();
        assertThat(asked.at()).isEqualTo(Ids.born(ID));
    }

    @Test
    void aCommandOnAMessageIsAboutIt() {
        CommandInvoked asked = read(
                CommandInvoked.class,
                asked(2, "{\"name\": \"report\", \"type\": 3, \"target_id\": \"900000000000000001\"}"));

        assertThat(asked.about()).isEqualTo(Ids.message(Guild.GENERAL, "900000000000000001"));
    }

    @Test
    void aPressedButtonIsAChoice() {
        DataObject d = asked(3, "{\"custom_id\": \"poll:7:yes\"}")
                .put("message", DataObject.empty().put("id", "900000000000000002"));

        ChoiceMade made = read(ChoiceMade.class, d);

        assertThat(made.choice()).isEqualTo("poll:7:yes");
        assertThat(made.message()).isEqualTo(Ids.message(Guild.GENERAL, "900000000000000002"));
    }

    @Test
    void whatTheHubDoesNotOfferIsNoEvent() {
        assertThat(interactions.read(asked(4, "{}"))).isNull();
        assertThat(interactions.read(asked(2, "{\"name\": \"x\"}").put("guild_id", "1")))
                .isNull();
    }

    @Test
    void aReplyIsKeptInItsTokenAndShownNowhere() {
        Reply reply = new Reply("700000000000000001", ID, true, "s3cret.with-dots_");

        assertThat(Reply.parse(reply.token(Ids.room(Guild.GENERAL)))).isEqualTo(reply);
        assertThat(reply.toString()).doesNotContain("s3cret");
        assertThat(reply.token(Ids.room(Guild.GENERAL)).toString()).doesNotContain("s3cret");
    }

    @Test
    void aReplyIsTooLateAfterFifteenMinutes() {
        Reply reply = new Reply("700000000000000001", ID, false, "t");

        assertThat(reply.tooLate(Ids.born(ID).plus(Duration.ofMinutes(14)))).isFalse();
        assertThat(reply.tooLate(Ids.born(ID).plus(Duration.ofMinutes(16)))).isTrue();
    }

    private <T> T read(Class<T> kind, DataObject d) {
        return kind.cast(Objects.requireNonNull(interactions.read(d)));
    }

    private static DataObject asked(int type, String data) {
        return DataObject.fromJson("""
                {"id": "%s", "application_id": "700000000000000001", "token": "tok", "locale": "zh-CN",
                 "guild_id": "%s", "channel_id": "%s",
                 "member": {"roles": ["%s"], "user": {"id": "800000000000000002", "username": "mei"}}}
                """.formatted(ID, Guild.ID, Guild.GENERAL, Guild.MODERATOR_ROLE))
                .put("type", type)
                .put("data", DataObject.fromJson(data));
    }
}
