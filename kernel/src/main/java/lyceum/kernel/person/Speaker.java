package lyceum.kernel.person;

import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/**
 * The account that did something, as its platform shows it.
 *
 * @param name the name that others see; never empty
 * @param avatar an address of the picture, or null
 * @param standing what the platform lets this account do here
 * @param bot whether the platform says that a program speaks (other people's bots and webhooks)
 * @param language the language that the platform reports for the account, or null
 */
public record Speaker(
        AuthorId id,
        String name,
        @Nullable String avatar,
        Standing standing,
        boolean bot,
        @Nullable Language language) {}
