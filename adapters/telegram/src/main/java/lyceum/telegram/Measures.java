package lyceum.telegram;

import java.time.Instant;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.BanChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.RestrictChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.UnbanChatMember;
import org.telegram.telegrambots.meta.api.objects.ChatPermissions;

/** Keeps people from speaking in a group or from being in it. Telegram ends a restriction by itself after 30 seconds to 366 days. */
final class Measures {
    private static final String NOBODY = "participant";

    private final Courier courier;

    Measures(Courier courier) {
        this.courier = courier;
    }

    Outcome restrict(Restrict restrict) {
        long chat = Address.of(restrict.room()).chat();
        long user = Long.parseLong(restrict.account().value());
        return switch (restrict.measure()) {
            case SILENCE -> carry(chat, speaking(chat, user, false, restrict.until()));
            case KICK -> then(carry(chat, ban(chat, user, null)), chat, unban(chat, user));
            case BAN -> carry(chat, ban(chat, user, restrict.until()));
            case FREE -> then(carry(chat, unban(chat, user)), chat, speaking(chat, user, true, null));
        };
    }

    private Outcome then(Outcome first, long chat, BotApiMethod<?> second) {
        return first instanceof Outcome.Done ? carry(chat, second) : first;
    }

    private Outcome carry(long chat, BotApiMethod<?> method) {
        return courier.carryUncounted(chat, method, NOBODY, _ -> Outcome.Done.of());
    }

    private static BanChatMember ban(long chat, long user, @Nullable Instant until) {
        return BanChatMember.builder()
                .chatId(Long.toString(chat))
                .userId(user)
                .untilDate(seconds(until))
                .build();
    }

    private static UnbanChatMember unban(long chat, long user) {
        return UnbanChatMember.builder()
                .chatId(Long.toString(chat))
                .userId(user)
                .onlyIfBanned(true)
                .build();
    }

    private static RestrictChatMember speaking(long chat, long user, boolean may, @Nullable Instant until) {
        ChatPermissions permissions = ChatPermissions.builder()
                .canSendMessages(may)
                .canSendAudios(may)
                .canSendDocuments(may)
                .canSendPhotos(may)
                .canSendVideos(may)
                .canSendVideoNotes(may)
                .canSendVoiceNotes(may)
                .canSendPolls(may)
                .canSendOtherMessages(may)
                .canAddWebPagePreviews(may)
                .canChangeInfo(may)
                .canInviteUsers(may)
                .canPinMessages(may)
                .canManageTopics(may)
                .canReactToMessages(may)
                .canEditTag(may)
                .build();
        return RestrictChatMember.builder()
                .chatId(Long.toString(chat))
                .userId(user)
                .permissions(permissions)
                .useIndependentChatPermissions(true)
                .untilDate(seconds(until))
                .build();
    }

    private static @Nullable Integer seconds(@Nullable Instant until) {
        return until == null ? null : (int) until.getEpochSecond();
    }
}
