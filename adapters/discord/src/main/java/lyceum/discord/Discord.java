package lyceum.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.ThreadGone;
import lyceum.kernel.feature.Command;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Completes;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Files;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Roles;
import lyceum.kernel.platform.Schedules;
import lyceum.kernel.platform.Settles;
import lyceum.kernel.platform.ShowsTyping;
import lyceum.kernel.platform.Suggestions;
import lyceum.kernel.platform.Threads;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord as a platform: one bot in one guild, its webhooks for the voices of others. */
public final class Discord
        implements Platform,
                Edits,
                Deletes,
                Reacts,
                Responds,
                Restricts,
                Menus,
                Completes,
                Fetches,
                Settles,
                Roles,
                Schedules,
                Threads,
                HearsTyping,
                ShowsTyping {
    private static final Logger LOG = LoggerFactory.getLogger(Discord.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int IDLE_CONNECTIONS = 64;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final DiscordSettings settings;
    private final InstantSource clock;
    private final OkHttpClient http;
    private final Files files;
    private final Rest rest;
    private final Own own = new Own();
    private final House house;
    private final Webhooks webhooks;
    private final Conversations conversations;
    private final Purchases purchases;
    private final Frames frames;
    private final Interactions interactions;
    private final Completions completions;
    private final Bodies bodies;
    private final Menu menu;
    private final Badges badges;
    private final Threading threading;
    private final Typing typing;
    private final Agenda agenda;
    private volatile @Nullable Gateway gateway;
    private volatile @Nullable Inbox inbox;

    /** @param phrases those of all features */
    public Discord(DiscordSettings settings, InstantSource clock, Phrases phrases) {
        this(settings, clock, phrases, new Files());
    }

    /** @param files where the files of other platforms are fetched */
    public Discord(DiscordSettings settings, InstantSource clock, Phrases phrases, Files files) {
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .callTimeout(ANSWER.plus(CONNECT))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .build();
        this.rest = new Rest(http, settings);
        this.conversations = new Conversations(rest);
        this.house = new House(settings);
        this.webhooks = new Webhooks(rest, house, own);
        Faces faces = new Faces(house);
        this.purchases = new Purchases(rest, own, clock);
        this.frames = new Frames(house, own, faces, new Frames.Others(purchases, new Comings(house, faces, clock)));
        this.interactions = new Interactions(house, faces);
        Plain plain = new Plain(phrases);
        this.completions = new Completions(rest, house, new Completions.Showing(faces, plain));
        this.bodies = new Bodies(plain);
        this.menu = new Menu(plain);
        this.badges = new Badges(rest, house, settings.guild());
        this.threading = new Threading(rest, house);
        this.typing = new Typing(rest, house);
        this.agenda = new Agenda(rest, house, own, plain, clock);
    }

    @Override
    public PlatformName name() {
        return Ids.DISCORD;
    }

    @Override
    public void completeFrom(Suggestions suggestions) {
        completions.from(suggestions);
    }

    @Override
    public void typingTo(Consumer<Typist> heard) {
        typing.typingTo(heard);
    }

    @Override
    public void showTyping(RoomId room) {
        typing.showTyping(room);
    }

    @Override
    public void start(Inbox hub) throws PlatformRefused {
        inbox = hub;
        Gateway opening = new Gateway(
                new Session(settings, http, rest),
                new Gateway.Parts(
                        rest,
                        house,
                        own,
                        webhooks,
                        frames,
                        new Gateway.Questions(interactions, completions, typing),
                        purchases),
                hub);
        gateway = opening;
        opening.open();
    }

    @Override
    public List<Post> fit(Post post) {
        return bodies.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        Outcome outcome = conversations.with(post.room(), channel -> postIn(channel, post, nonce));
        if (outcome.equals(Outcomes.CHANNEL_GONE)) {
            tell(new ThreadGone(post.room()));
        }
        return outcome;
    }

    private void tell(Event event) {
        Inbox hub = inbox;
        if (hub != null) {
            var _ = hub.accept(event);
        }
    }

    private Outcome postIn(String channel, Post post, Nonce nonce) {
        Voice voice = post.voice();
        Upload.Laden laden = Upload.of(post, files);
        if (voice != null) {
            return webhooks.with(channel, webhook -> postAs(voice, laden, webhook));
        }
        DataObject body = bodies.asBot(laden.post(), nonce);
        Answer answer = rest.send(
                Call.of("POST", "/channels/" + channel + "/messages", body).with(laden.files()));
        return answer.ok() ? done(channel, answer) : Outcomes.spoken(answer, Outcomes.of(answer), needs(channel));
    }

    private String needs(String channel) {
        boolean thread = house.channel(channel).map(House.Channel::parent).isPresent();
        return thread ? "discord.give-thread-posting" : "discord.give-posting";
    }

    private Outcome postAs(Voice voice, Upload.Laden laden, Webhooks.Webhook webhook) {
        MessageId replyTo = laden.post().replyTo();
        String answered = replyTo == null ? null : house.address(replyTo);
        Answer answer = rest.send(Call.of("POST", webhook.post(), bodies.asVoice(laden.post(), voice, answered))
                .with(laden.files())
                .onlyOnce());
        if (answer.ok()) {
            return done(laden.post().room().value(), answer);
        }
        if (answer.status() == NOT_FOUND && answer.code() == Outcomes.UNKNOWN_WEBHOOK) {
            webhooks.forget(webhook);
            return new Outcome.Later(Duration.ZERO, Phrase.of("discord.webhook-deleted"));
        }
        return Outcomes.ofOnce(answer);
    }

    /** In the name in which it most likely stands, and where that is refused in the other. */
    @Override
    public Outcome edit(Edit edit) {
        boolean ownFirst = edit.voice() == null;
        Answer answer = ownFirst ? editOwn(edit) : editVoiced(edit);
        if (answer.status() == (ownFirst ? FORBIDDEN : NOT_FOUND)) {
            answer = ownFirst ? editVoiced(edit) : editOwn(edit);
        }
        return answer.ok() ? Outcome.Done.of(edit.message()) : Outcomes.of(answer);
    }

    private Answer editOwn(Edit edit) {
        return rest.send(Call.of("PATCH", path(edit.message()), bodies.edited(edit.document(), edit.language())));
    }

    private Answer editVoiced(Edit edit) {
        MessageId message = edit.message();
        return webhooks.existing(message.room().value())
                .map(webhook -> rest.send(Call.of(
                        "PATCH", webhook.message(message.value()), bodies.edited(edit.document(), edit.language()))))
                .orElse(new Answer(NOT_FOUND, "", Duration.ZERO));
    }

    @Override
    public Outcome delete(Delete delete) {
        Answer answer = rest.send(Call.delete(path(delete.message())));
        if (answer.status() == FORBIDDEN) {
            Optional<Webhooks.Webhook> webhook =
                    webhooks.existing(delete.message().room().value());
            if (webhook.isPresent()) {
                answer = rest.send(
                        Call.delete(webhook.get().message(delete.message().value())));
            }
        }
        return answer.status() == NOT_FOUND ? Outcome.Done.of() : Outcomes.of(answer);
    }

    @Override
    public Optional<byte[]> fetch(String source, long most) {
        return rest.file(source.substring(source.indexOf(':') + 1), most);
    }

    @Override
    public Outcome react(React react) {
        return Reactions.react(react, rest);
    }

    @Override
    public Outcome open(OpenThread open) {
        return threading.open(open);
    }

    @Override
    public Outcome change(ChangeThread change) {
        return threading.change(change);
    }

    @Override
    public Outcome schedule(Schedule schedule) {
        return agenda.schedule(schedule);
    }

    @Override
    public Outcome restrict(Restrict restrict) {
        return new Measures(rest, house, clock).restrict(restrict);
    }

    /** Always for the eyes of the person who asked alone: Discord wants that to be known before the answer is. */
    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        Reply reply = Reply.parse(respond.reply());
        if (reply.tooLate(clock.instant())) {
            return new Outcome.Refused(Phrase.of("discord.answer-too-late"));
        }
        String path = "/webhooks/" + reply.application() + "/" + reply.token();
        boolean first = !reply.button();
        for (DataObject body : bodies.answers(respond.document(), respond.language())) {
            Answer answer = first
                    ? rest.send(Call.of("PATCH", path + "/messages/@original", body))
                    : rest.send(Call.of("POST", path, body.put("flags", Bodies.EPHEMERAL))
                            .onlyOnce());
            if (!answer.ok()) {
                return first ? Outcomes.of(answer) : Outcomes.ofOnce(answer);
            }
            first = false;
        }
        return Outcome.Done.of();
    }

    @Override
    public Outcome grant(AuthorId account, Role role) {
        return badges.grant(account, role);
    }

    @Override
    public Outcome revoke(AuthorId account, Role role) {
        return badges.revoke(account, role);
    }

    @Override
    public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
        History history = new History(rest, frames);
        String channel = conversations.channel(room);
        List<DataObject> standing = history.since(channel, after == null ? null : after.value());
        return new Settlement(own, bodies).settle(standing, channel, unclear);
    }

    @Override
    public void publish(List<Command> commands) {
        String path = "/applications/" + own.application()
                + (settings.guild() == null ? "" : "/guilds/" + settings.guild()) + "/commands";
        DataArray wanted = menu.write(commands);
        Answer published = rest.insist(Call.get(path + "?with_localizations=true"));
        if (published.ok() && Menu.same(published.array(), wanted)) {
            return;
        }
        Answer answer = rest.insist(new Call("PUT", path, wanted.toString(), false));
        if (!answer.ok()) {
            LOG.warn(
                    "Discord does not take the menu of commands ({}, code {}): invite the bot with applications.commands",
                    answer.status(),
                    answer.code());
        }
    }

    @Override
    public Health health() {
        Gateway open = gateway;
        return open == null ? new Health(false, Phrase.of("discord.not-started")) : open.health();
    }

    @Override
    public void close() {
        Gateway open = gateway;
        if (open != null) {
            open.close();
        }
        http.connectionPool().evictAll();
    }

    private static Outcome done(String channel, Answer answer) {
        return Outcome.Done.of(Ids.message(channel, answer.object().getString("id")));
    }

    private static String path(MessageId message) {
        return "/channels/" + message.room().value() + "/messages/" + message.value();
    }
}
