package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.SeatOffered;
import lyceum.kernel.event.People.SeatSeen;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Memberships;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.ApproveChatJoinRequest;
import org.telegram.telegrambots.meta.api.methods.groupadministration.CreateChatInviteLink;
import org.telegram.telegrambots.meta.api.methods.groupadministration.DeclineChatJoinRequest;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.UnbanChatMember;

/**
 * Lets people into groups and puts them out. A bot cannot add anybody: it makes an address under which everybody is asked about, so
 * that a forwarded one admits nobody.
 */
final class Doorkeeper implements Memberships {
    private final Courier courier;
    private final InstantSource clock;
    private final Map<Long, String> addresses = new ConcurrentHashMap<>();
    private volatile @Nullable Inbox inbox;

    Doorkeeper(Courier courier, InstantSource clock) {
        this.courier = courier;
        this.clock = clock;
    }

    /** What is found out is told here. */
    void opens(Inbox told) {
        inbox = told;
    }

    @Override
    public Outcome seat(AuthorId account, RoomId room) {
        Address address = Address.of(room);
        long user = Long.parseLong(account.value());
        String chat = Long.toString(address.chat());
        return courier.carryUncounted(
                address.chat(),
                new GetChatMember(chat, user),
                "",
                member -> isIn(member) ? in(account, room, member) : invited(account, address));
    }

    /** Telegram puts out whom it is asked to unban, and shuts nobody out by it. */
    @Override
    public Outcome unseat(AuthorId account, RoomId room) {
        Address address = Address.of(room);
        UnbanChatMember out =
                new UnbanChatMember(Long.toString(address.chat()), Long.parseLong(account.value()), false);
        return courier.carryUncounted(address.chat(), out, "", _ -> Outcome.Done.of());
    }

    @Override
    public Outcome decide(AuthorId account, RoomId room, boolean admitted) {
        Address address = Address.of(room);
        String chat = Long.toString(address.chat());
        long user = Long.parseLong(account.value());
        return admitted
                ? courier.carryUncounted(
                        address.chat(),
                        new ApproveChatJoinRequest(chat, user),
                        "user_already_participant",
                        _ -> Outcome.Done.of())
                : courier.carryUncounted(
                        address.chat(),
                        new DeclineChatJoinRequest(chat, user),
                        "hide_requester_missing",
                        _ -> Outcome.Done.of());
    }

    /** Looks keep to a pace of their own, so that a round through everybody never makes talk wait. */
    @Override
    public Outcome inspect(AuthorId account, RoomId room) {
        Address address = Address.of(room);
        GetChatMember who = new GetChatMember(Long.toString(address.chat()), Long.parseLong(account.value()));
        return courier.look(address.chat(), who, member -> {
            Inbox told = inbox;
            if (told != null) {
                var _ = told.accept(new SeatSeen(account, room, isIn(member), clock.instant()));
            }
            return Outcome.Done.of();
        });
    }

    private Outcome in(AuthorId account, RoomId room, JsonNode member) {
        JsonNode user = member.path("user");
        Speaker speaker = new Speaker(
                account,
                Speakers.name(user, account.value()),
                null,
                Ranks.standing(Fields.words(member, "status")),
                Fields.is(user, "is_bot"),
                null);
        Inbox told = inbox;
        if (told != null) {
            var _ = told.accept(new MemberJoined(null, speaker, room, clock.instant()));
        }
        return Outcome.Done.of();
    }

    /** Who was shut out is no longer, and can come in. */
    private Outcome invited(AuthorId account, Address address) {
        String chat = Long.toString(address.chat());
        Outcome free = courier.carryUncounted(
                address.chat(),
                new UnbanChatMember(chat, Long.parseLong(account.value()), true),
                "",
                _ -> Outcome.Done.of());
        String known = addresses.get(address.chat());
        if (!(free instanceof Outcome.Done) || known != null) {
            return known == null ? free : offered(account, address, known);
        }
        CreateChatInviteLink link = new CreateChatInviteLink(chat);
        link.setCreatesJoinRequest(true);
        link.setName("Lyceum");
        return courier.carryUncounted(address.chat(), link, "", made -> {
            String fresh = Fields.words(made, "invite_link");
            addresses.put(address.chat(), fresh);
            return offered(account, address, fresh);
        });
    }

    private Outcome offered(AuthorId account, Address address, String link) {
        Inbox told = inbox;
        if (told != null) {
            var _ = told.accept(new SeatOffered(account, address.room(), link));
        }
        return Outcome.Done.of();
    }

    /** Whether Telegram counts an account among a chat's members. */
    static boolean isIn(JsonNode member) {
        return switch (Fields.words(member, "status")) {
            case "creator", "administrator", "member" -> true;
            case "restricted" -> Fields.is(member, "is_member");
            default -> false;
        };
    }
}
