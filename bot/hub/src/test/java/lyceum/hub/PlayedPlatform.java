package lyceum.hub;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Memberships;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Pins;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Roles;
import lyceum.kernel.platform.Sells;
import lyceum.kernel.platform.Threads;
import org.jspecify.annotations.Nullable;

/** A platform in memory: rooms of lines, and outcomes that the test scripts. It lives on when a hub dies. */
sealed class PlayedPlatform
        implements Platform, Edits, Deletes, Reacts, Responds, Roles, Memberships, Restricts, Threads, Sells, Pins
        permits SettlingPlatform {
    /** On a text with this word, cutting it into pieces fails. */
    static final String UNFIT = "unfit";

    private static final int LIMIT = 2_000;

    private final PlatformName name;
    private final Plain plain;
    private final Map<RoomId, List<Line>> rooms = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Deque<Supplier<Outcome>> script = new ArrayDeque<>();
    private final Map<RoomId, Say> undeletable = new LinkedHashMap<>();
    private final Map<MessageId, List<String>> reactions = new LinkedHashMap<>();
    private final List<String> admissions = new ArrayList<>();
    private Function<String, Optional<Outcome>> doors = _ -> Optional.empty();
    private Health health = new Health(true, Text.EMPTY);
    private long lastId;

    PlayedPlatform(PlatformName name, Plain plain) {
        this.name = name;
        this.plain = plain;
    }

    @Override
    public PlatformName name() {
        return name;
    }

    @Override
    public void start(Inbox inbox) {}

    @Override
    public List<Post> fit(Post post) {
        Text text = plain.text(post.document(), post.language());
        if (text.plain().contains(UNFIT)) {
            throw new IllegalStateException("a defect in the adapter");
        }
        if (text.plain().length() <= LIMIT) {
            return List.of(post);
        }
        return Pieces.of(text, LIMIT, piece -> piece.plain().length()).stream()
                .map(piece -> post.withDocument(Document.of(piece)))
                .toList();
    }

    @Override
    public synchronized Outcome post(Post post, Nonce nonce) {
        Supplier<Outcome> scripted = script.poll();
        if (scripted != null) {
            Outcome outcome = scripted.get();
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return Outcome.Done.of(stand(post));
    }

    /** Lets a post stand without telling the hub. */
    synchronized MessageId stand(Post post) {
        String who = post.voice() == null ? "Lyceum" : post.voice().name();
        return add(post.room(), line(post.room(), who, post.document(), post.language(), post.replyTo()));
    }

    @Override
    public synchronized Outcome edit(Edit edit) {
        List<Line> lines = lines(edit.room());
        for (int i = 0; i < lines.size(); i++) {
            Line old = lines.get(i);
            if (old.id().equals(edit.message())) {
                Line fresh = line(edit.room(), old.who(), edit.document(), edit.language(), old.replyTo());
                lines.set(i, new Line(old.id(), fresh.who(), fresh.text(), fresh.choices(), fresh.replyTo()));
                return Outcome.Done.of(old.id());
            }
        }
        return new Outcome.Refused(Text.of("no such message"));
    }

    @Override
    public synchronized Outcome delete(Delete delete) {
        if (undeletable.containsKey(delete.room())) {
            return new Outcome.Refused(undeletable.get(delete.room()));
        }
        lines(delete.room()).removeIf(line -> line.id().equals(delete.message()));
        return Outcome.Done.of();
    }

    @Override
    public synchronized Outcome react(React react) {
        reactions.put(react.message(), react.emojis());
        return Outcome.Done.of();
    }

    /** The hub's own reactions on a message. */
    synchronized List<String> reactions(MessageId message) {
        return reactions.getOrDefault(message, List.of());
    }

    @Override
    public synchronized Outcome respond(Respond respond, Nonce nonce) {
        answers.put(respond.reply().value(), shown(respond.document(), respond.language()));
        return Outcome.Done.of();
    }

    @Override
    public synchronized Outcome grant(AuthorId account, Role role) {
        return admission("grant " + account + " " + role.name());
    }

    @Override
    public synchronized Outcome revoke(AuthorId account, Role role) {
        return admission("revoke " + account + " " + role.name());
    }

    @Override
    public synchronized Outcome seat(AuthorId account, RoomId room) {
        return admission("seat " + account + " " + room);
    }

    @Override
    public synchronized Outcome unseat(AuthorId account, RoomId room) {
        return admission("unseat " + account + " " + room);
    }

    @Override
    public synchronized Outcome decide(AuthorId account, RoomId room, boolean admitted) {
        return admission((admitted ? "admit " : "decline ") + account + " " + room);
    }

    @Override
    public synchronized Outcome inspect(AuthorId account, RoomId room) {
        return admission("inspect " + account + " " + room);
    }

    @Override
    public synchronized Outcome restrict(Restrict restrict) {
        String until = restrict.until() == null ? "" : " until " + restrict.until();
        return admission(restrict.measure().name().toLowerCase(Locale.ROOT) + " " + restrict.account() + " "
                + restrict.room() + until);
    }

    /** The room of a thread is called after its parent and its title. */
    @Override
    public synchronized Outcome open(OpenThread open) {
        Optional<Outcome> answer = doors.apply("open " + open.room() + " " + open.title());
        RoomId thread =
                new RoomId(name, open.room().value() + "." + open.title().toLowerCase(Locale.ROOT));
        return answer.orElseGet(() -> Outcome.Done.of(nextId(thread)));
    }

    @Override
    public synchronized Outcome change(ChangeThread change) {
        return admission((change.open() ? "reopen " : "close ") + change.room() + " " + change.title());
    }

    /** What is in sight stands among the admissions. */
    @Override
    public synchronized Outcome pin(Pin pin) {
        return admission((pin.pinned() ? "pin " : "unpin ") + pin.message());
    }

    /** An offer stands as a line with its price. */
    @Override
    public synchronized Outcome offer(Offer offer) {
        Duration renewed = offer.every();
        String every = renewed == null ? "" : " every " + renewed.toDays() + " days";
        Document document = Document.of(offer.title(), offer.words());
        String text = plain.text(document, offer.language()).plain() + "\n[" + offer.product() + ": " + offer.amount()
                + " " + offer.currency() + every + "]";
        return Outcome.Done.of(add(offer.room(), new Line(nextId(offer.room()), "Lyceum", text, List.of(), null)));
    }

    @Override
    public synchronized Outcome decide(DecidePayment decision) {
        Say refusal = decision.refusal();
        String token = decision.reply().value();
        return admission(
                refusal == null
                        ? "sell " + token
                        : "refuse " + token + ": " + plain.line(refusal, decision.language()));
    }

    /** A decision about what the platform's own filter holds, where there is one. */
    synchronized Outcome decide(DecideHold decision) {
        return admission((decision.pass() ? "pass " : "drop ") + decision.message());
    }

    /** What was asked for of roles and seats, in order. */
    synchronized List<String> admissions() {
        return List.copyOf(admissions);
    }

    /** Each change of roles and seats is answered with what this says, and done where it says nothing. */
    synchronized void doors(Function<String, Optional<Outcome>> answers) {
        doors = answers;
    }

    final synchronized Outcome admission(String what) {
        Optional<Outcome> answer = doors.apply(what);
        if (answer.isPresent()) {
            return answer.get();
        }
        admissions.add(what);
        return Outcome.Done.of();
    }

    @Override
    public synchronized Health health() {
        return health;
    }

    synchronized void health(Health now) {
        health = now;
    }

    @Override
    public void close() {}

    /** The outcomes of the next posts; a {@code Done} lets the post stand. */
    synchronized void next(Supplier<Outcome> outcome) {
        script.add(outcome);
    }

    synchronized void later(Duration delay) {
        next(() -> new Outcome.Later(delay, Text.of("429")));
    }

    /** From now on nothing can be taken away in a room, for this reason. */
    synchronized void refuseDeletions(RoomId room, String reason) {
        undeletable.put(room, Text.of(reason));
    }

    synchronized MessageId say(RoomId room, String who, String text, @Nullable MessageId replyTo) {
        return add(room, new Line(nextId(room), who, text, List.of(), replyTo));
    }

    synchronized void change(MessageId message, String text) {
        lines(message.room())
                .replaceAll(line -> line.id().equals(message)
                        ? new Line(line.id(), line.who(), text, line.choices(), line.replyTo())
                        : line);
    }

    synchronized List<Line> room(RoomId room) {
        return List.copyOf(lines(room));
    }

    synchronized Optional<String> answer(String token) {
        return Optional.ofNullable(answers.get(token));
    }

    String label(Choice choice) {
        return plain.label(choice, Language.EN);
    }

    private MessageId add(RoomId room, Line line) {
        lines(room).add(line);
        return line.id();
    }

    private Line line(RoomId room, String who, Document document, Language language, @Nullable MessageId replyTo) {
        return new Line(nextId(room), who, plain.text(document, language).plain(), document.choices(), replyTo);
    }

    private String shown(Document document, Language language) {
        StringBuilder shown = new StringBuilder(plain.text(document, language).plain());
        document.choices()
                .forEach(choice ->
                        shown.append(" [").append(plain.label(choice, language)).append("]"));
        return shown.toString();
    }

    private MessageId nextId(RoomId room) {
        return new MessageId(room, String.valueOf(++lastId));
    }

    List<Line> lines(RoomId room) {
        return rooms.computeIfAbsent(room, _ -> new ArrayList<>());
    }

    /** One message as it stands. */
    record Line(
            MessageId id,
            String who,
            String text,
            List<Choice> choices,
            @Nullable MessageId replyTo) {}
}
