package lyceum.telegram;

import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.ShowsTyping;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** Shows for some five seconds that somebody is typing. Telegram tells no bot that anybody is. */
final class Typing implements ShowsTyping {
    private final Courier courier;

    Typing(Courier courier) {
        this.courier = courier;
    }

    @Override
    public void showTyping(RoomId room) {
        Address address = Address.of(room);
        SendChatAction action = new SendChatAction(Long.toString(address.chat()), ActionType.TYPING.toString());
        action.setMessageThreadId(address.threadOrNull());
        courier.carryUncounted(address.chat(), action, "", _ -> Outcome.Done.of());
    }
}
