package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** A chat: who is in it and what stands in it. Guarded by the lock of {@link Telegram}. */
final class Room {
    private static final int KEPT = 100_000;

    /** What kind of chat it is. */
    enum Kind {
        PRIVATE,
        SUPERGROUP,
        CHANNEL
    }

    /**
     * What does not change.
     *
     * @param name the name in calls to the sandbox's people, unique
     * @param username the public name, or empty for a private chat
     * @param byRequest whether joining needs somebody's approval
     */
    record Face(long id, Kind kind, String name, String username, boolean forum, boolean byRequest) {}

    final Face face;
    private final Map<Long, Membership> members = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Post> posts = new LinkedHashMap<>();
    private final Map<Long, Topic> topics = new LinkedHashMap<>();
    private final Map<String, ObjectNode> links = new LinkedHashMap<>();
    private final Map<Long, String> requests = new LinkedHashMap<>();
    private final Set<Long> pinned = new LinkedHashSet<>();
    private ObjectNode permissions = Json.object();
    private String title;
    private long lastId;

    Room(Face face) {
        this.face = face;
        this.title = face.name();
        Membership.PERMISSIONS.forEach(
                permission -> permissions.put(permission, !permission.equals("can_change_info")));
    }

    /** What people read above it. */
    String title() {
        return title;
    }

    void title(String other) {
        title = other;
    }

    boolean is(Kind kind) {
        return face.kind() == kind;
    }

    boolean open() {
        return !face.username().isEmpty();
    }

    Map<Long, Membership> members() {
        return members;
    }

    Membership membership(long account, long now) {
        Membership membership = members.get(account);
        return membership == null ? Membership.of(Standing.LEFT) : membership.at(now);
    }

    List<Post> posts() {
        return new ArrayList<>(posts.values());
    }

    /** The messages after one, the newest first. */
    List<Post> since(long id) {
        List<Post> newer = new ArrayList<>();
        for (Post post : posts.sequencedValues().reversed()) {
            if (post.id <= id) {
                break;
            }
            newer.add(post);
        }
        return newer;
    }

    /** The id of the newest message that stands here, 0 where none does. */
    long newest() {
        Map.Entry<Long, Post> last = posts.lastEntry();
        return last == null ? 0 : last.getKey();
    }

    /** The newest messages that pass, oldest first. */
    List<Post> last(int most, Predicate<Post> passes) {
        List<Post> newest = new ArrayList<>();
        for (Post post : posts.sequencedValues().reversed()) {
            if (newest.size() == most) {
                break;
            }
            if (passes.test(post)) {
                newest.add(post);
            }
        }
        return newest.reversed();
    }

    @Nullable
    Post post(long id) {
        return posts.get(id);
    }

    long nextId() {
        return ++lastId;
    }

    long lastId() {
        return lastId;
    }

    void sawId(long id) {
        lastId = Math.max(lastId, id);
    }

    void keep(Post post) {
        posts.put(post.id, post);
        sawId(post.id);
        if (posts.size() > KEPT) {
            posts.pollFirstEntry();
        }
    }

    void remove(long id) {
        posts.remove(id);
        pinned.remove(id);
    }

    Map<Long, Topic> topics() {
        return topics;
    }

    Optional<Topic> topic(String name) {
        return topics.values().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }

    /** Invite links by their address, as the Bot API's ChatInviteLink. */
    Map<String, ObjectNode> links() {
        return links;
    }

    /** Who asks to join, with the link they came by, which may be empty. */
    Map<Long, String> requests() {
        return requests;
    }

    Set<Long> pinned() {
        return pinned;
    }

    /** What an ordinary member may do. */
    ObjectNode permissions() {
        return permissions;
    }

    /** Whether somebody may write here, by their own restriction or everybody's. */
    boolean silences(Membership membership) {
        boolean everybody = membership.standing() == Standing.MEMBER
                && is(Kind.SUPERGROUP)
                && !permissions.path("can_send_messages").asBoolean();
        return everybody || !membership.may("can_send_messages");
    }

    void permit(ObjectNode other) {
        permissions = other;
    }
}
