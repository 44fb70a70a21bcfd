/**
 * The console: the pages that features offer, for moderators and creators. It signs in by links that work once, renders documents as
 * HTML that needs no script, keeps what is shown in step with what happens, and hands buttons and forms on as events of the platform
 * {@code console}.
 */
@NullMarked
package lyceum.web.console;

import org.jspecify.annotations.NullMarked;
