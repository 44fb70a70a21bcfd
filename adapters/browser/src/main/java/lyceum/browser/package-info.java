/**
 * A real browser for tests. {@link lyceum.browser.Browser#start} takes the machine's Chromium or Chrome; where there is none it fetches
 * one into the user's cache folder, without root. A {@link lyceum.browser.Tab} is one visitor with cookies of their own.
 */
@NullMarked
package lyceum.browser;

import org.jspecify.annotations.NullMarked;
