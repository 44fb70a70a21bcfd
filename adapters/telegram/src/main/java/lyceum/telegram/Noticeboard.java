package lyceum.telegram;

import java.util.Set;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Pins;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;

/**
 * Pins messages and lets go of them. Telegram tells of a chat's pins only the newest: where that is the message in question nothing
 * is asked, so that nobody reads a second time that it was pinned.
 */
final class Noticeboard implements Pins {
    /** What Telegram says where the message is gone, or is pinned or not pinned already. */
    private static final Set<String> AS_WANTED =
            Set.of("message to pin not found", "message to unpin not found", "chat_not_modified", "message_id_invalid");

    private final Courier courier;

    Noticeboard(Courier courier) {
        this.courier = courier;
    }

    @Override
    public Outcome pin(Pin pin) {
        Address address = Address.of(pin.room());
        String chat = Long.toString(address.chat());
        int message = Address.number(pin.message());
        if (!pin.pinned()) {
            UnpinChatMessage off = new UnpinChatMessage(chat);
            off.setMessageId(message);
            return courier.carryUncounted(address.chat(), off, Noticeboard::meant, _ -> Outcome.Done.of());
        }
        return courier.carryUncounted(
                address.chat(),
                new GetChat(chat),
                "",
                told -> told.path("pinned_message").path("message_id").asInt() == message
                        ? Outcome.Done.of()
                        : put(address, chat, message));
    }

    private Outcome put(Address address, String chat, int message) {
        PinChatMessage on = new PinChatMessage(chat, message);
        on.setDisableNotification(true);
        return courier.carryUncounted(address.chat(), on, Noticeboard::meant, _ -> Outcome.Done.of());
    }

    private static @Nullable Outcome meant(String said) {
        if (AS_WANTED.stream().anyMatch(said::contains)) {
            return Outcome.Done.of();
        }
        return Stream.of("not enough rights", "chat_admin_required").anyMatch(said::contains)
                ? new Outcome.Refused(Phrase.of("telegram.mend-pins"))
                : null;
    }
}
