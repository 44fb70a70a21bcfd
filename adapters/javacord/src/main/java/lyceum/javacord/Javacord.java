package lyceum.javacord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.feature.Command;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Driver.Account;
import lyceum.kernel.platform.Driver.Surroundings;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Roles;
import lyceum.kernel.platform.Settles;
import org.javacord.api.entity.channel.TextChannel;
import org.javacord.api.entity.message.Message;
import org.javacord.api.entity.webhook.IncomingWebhook;
import org.javacord.core.util.rest.RestEndpoint;
import org.javacord.core.util.rest.RestMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord as a platform, by Javacord: one bot in one guild, its webhooks for the voices of others. */
final class Javacord implements Platform, Edits, Deletes, Reacts, Responds, Restricts, Menus, Fetches, Settles, Roles {
    private static final Logger LOG = LoggerFactory.getLogger(Javacord.class);

    private final Account account;
    private final Surroundings around;
    private final Requests requests = new Requests();
    private final Fetching fetching = new Fetching();
    private final Map<AuthorId, TextChannel> conversations = new ConcurrentHashMap<>();
    private final Webhooks webhooks;
    private final Hearing hearing;
    private final Bodies bodies;
    private final Menu menu;
    private volatile @Nullable Session session;

    Javacord(Account account, Surroundings around) {
        this.account = account;
        this.around = around;
        Plain plain = new Plain(around.phrases());
        this.webhooks = new Webhooks(requests);
        this.hearing = new Hearing(account, webhooks);
        this.bodies = new Bodies(plain);
        this.menu = new Menu(plain);
    }

    @Override
    public PlatformName name() {
        return Ids.DISCORD;
    }

    @Override
    public void start(Inbox inbox) throws PlatformRefused {
        Faces faces = new Faces(account);
        Session opening = new Session(
                new Session.Parts(
                        account.token(),
                        account.place(),
                        faces,
                        new Reading(faces, fetching),
                        hearing,
                        new Questions(faces),
                        webhooks),
                inbox);
        session = opening;
        opening.open();
    }

    private Session session() {
        return Objects.requireNonNull(session, "not started");
    }

    @Override
    public List<Post> fit(Post post) {
        return bodies.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        Uploads laden = Uploads.of(post, around.files());
        Voice voice = post.voice();
        return in(post.room(), channel -> {
            if (voice != null) {
                long id = Ids.number(channel);
                return webhooks.with(session().api(), id, webhook -> postAs(voice, laden, webhook));
            }
            return stands(
                    Ids.room(Ids.number(channel)),
                    new Requests.Ask(
                            RestMethod.POST,
                            RestEndpoint.MESSAGE,
                            List.of(channel),
                            bodies.asBot(laden.post(), nonce),
                            laden.files()),
                    Refusals::say);
        });
    }

    private Outcome postAs(Voice voice, Uploads laden, IncomingWebhook webhook) {
        MessageId replyTo = laden.post().replyTo();
        String answered = replyTo == null ? null : address(replyTo);
        return stands(
                laden.post().room(),
                new Requests.Ask(
                        RestMethod.POST,
                        RestEndpoint.WEBHOOK_SEND,
                        List.of(webhook.getIdAsString(), webhook.getToken()),
                        bodies.asVoice(laden.post(), voice, answered),
                        laden.files()),
                refusal -> {
                    if (refusal.gone() && refusal.code() == Refusals.UNKNOWN_WEBHOOK) {
                        webhooks.forget(webhook);
                        return new Outcome.Later(Duration.ZERO, Phrase.of("discord.webhook-deleted"));
                    }
                    return Refusals.say(refusal);
                });
    }

    private Outcome stands(RoomId room, Requests.Ask ask, Requests.OnRefusal refused) {
        return requests.outcome(
                asked(ask),
                message ->
                        Outcome.Done.of(new MessageId(room, message.path("id").asText())),
                refused);
    }

    private CompletableFuture<JsonNode> asked(Requests.Ask ask) {
        return requests.ask(session().api(), ask);
    }

    private String address(MessageId message) {
        return "https://discord.com/channels/" + account.place() + "/"
                + message.room().value() + "/" + message.value();
    }

    /** Does something in the channel of a room, opening a private conversation first if need be. */
    private Outcome in(RoomId room, Function<String, Outcome> step) {
        AuthorId person = room.privateWith().orElse(null);
        if (person == null) {
            return step.apply(room.value());
        }
        TextChannel known = conversations.get(person);
        if (known != null) {
            return step.apply(known.getIdAsString());
        }
        return requests.outcome(
                session().api().getUserById(person.value()).thenCompose(user -> user.openPrivateChannel()),
                channel -> {
                    conversations.put(person, channel);
                    return step.apply(channel.getIdAsString());
                },
                Refusals::say);
    }

    /** In the name in which it most likely stands, and where that is refused in the other. */
    @Override
    public Outcome edit(Edit edit) {
        ObjectNode body = bodies.edited(edit.document(), edit.language());
        boolean ownFirst = edit.voice() == null;
        return ownFirst
                ? editOwn(edit, body, _ -> editVoiced(edit, body, Refusals::say))
                : editVoiced(edit, body, _ -> editOwn(edit, body, Refusals::say));
    }

    private Outcome editOwn(Edit edit, ObjectNode body, Requests.OnRefusal otherwise) {
        List<String> path =
                List.of(edit.message().room().value(), edit.message().value());
        return requests.outcome(
                asked(new Requests.Ask(RestMethod.PATCH, RestEndpoint.MESSAGE, path, body)),
                _ -> Outcome.Done.of(edit.message()),
                refusal -> refusal.gone() ? Refusals.say(refusal) : otherwise.of(refusal));
    }

    private Outcome editVoiced(Edit edit, ObjectNode body, Requests.OnRefusal otherwise) {
        Optional<IncomingWebhook> webhook =
                webhooks.existing(Ids.number(edit.message().room().value()));
        if (webhook.isEmpty()) {
            return otherwise.of(new Requests.Refusal(404, Refusals.UNKNOWN_WEBHOOK));
        }
        List<String> path = List.of(
                webhook.get().getIdAsString(),
                webhook.get().getToken(),
                edit.message().value());
        return requests.outcome(
                asked(new Requests.Ask(RestMethod.PATCH, RestEndpoint.WEBHOOK_MESSAGE, path, body)),
                _ -> Outcome.Done.of(edit.message()),
                otherwise);
    }

    @Override
    public Outcome delete(Delete delete) {
        return requests.outcome(
                session()
                        .api()
                        .getUncachedMessageUtil()
                        .delete(
                                delete.message().room().value(),
                                delete.message().value()),
                Refusals::fineWhereGone);
    }

    @Override
    public Optional<byte[]> fetch(String source, long most) {
        return fetching.fetch(source, most);
    }

    @Override
    public Outcome react(React react) {
        return new Reacting(requests, session().api()).react(react);
    }

    @Override
    public Outcome restrict(Restrict restrict) {
        return measures().restrict(restrict);
    }

    @Override
    public Outcome grant(AuthorId person, Role role) {
        return measures().grant(person, role.name());
    }

    @Override
    public Outcome revoke(AuthorId person, Role role) {
        return measures().revoke(person, role.name());
    }

    private Measures measures() {
        return new Measures(requests, session().server(), around.clock());
    }

    /** Always for the eyes of the person who asked alone: Discord wants that to be known before the answer is. */
    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        Reply reply = Reply.parse(respond.reply());
        if (reply.tooLate(around.clock().instant())) {
            return new Outcome.Refused(Phrase.of("discord.answer-too-late"));
        }
        List<String> path = List.of(reply.application(), reply.token());
        boolean first = !reply.button();
        for (ObjectNode body : bodies.answers(respond.document(), respond.language())) {
            Requests.Ask ask = first
                    ? new Requests.Ask(RestMethod.PATCH, RestEndpoint.ORIGINAL_INTERACTION_RESPONSE, path, body)
                    : new Requests.Ask(RestMethod.POST, RestEndpoint.WEBHOOK_SEND, path, Bodies.forOneAlone(body));
            Outcome outcome = requests.outcome(asked(ask), Refusals::say);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
            first = false;
        }
        return Outcome.Done.of();
    }

    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        long from = after == null ? 0 : Ids.number(after.value());
        List<List<Message>> standing = new ArrayList<>();
        Outcome read = in(room, channel -> {
            TextChannel place = session().api().getTextChannelById(channel).orElseThrow();
            standing.add(History.since(place, from));
            return Outcome.Done.of();
        });
        if (!(read instanceof Outcome.Done)) {
            throw new UncheckedIOException(new IOException("the room cannot be read back"));
        }
        List<Message> ours = standing.getFirst().stream().filter(hearing::wrote).toList();
        return new Settlement(bodies).settle(ours, unclear);
    }

    @Override
    public void publish(List<Command> commands) {
        Outcome outcome = requests.outcome(
                session().api().bulkOverwriteServerApplicationCommands(session().server(), menu.build(commands)),
                Refusals::say);
        if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("Discord does not take the menu of commands: {}", Phrases.english(refused.reason()));
        }
    }

    @Override
    public Health health() {
        Session open = session;
        return open == null ? new Health(false, Phrase.of("discord.not-started")) : open.health();
    }

    @Override
    public void close() {
        requests.close();
        Session open = session;
        if (open != null) {
            open.close();
        }
        fetching.close();
    }
}
