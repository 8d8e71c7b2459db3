/**
 * The people of a server: how they are, how to find some, what I let them know about myself. Start
 * at {@link chat.parley.desktop.viewmodel.people.Company}.
 */
@NullMarked
package chat.parley.desktop.viewmodel.people;

import org.jspecify.annotations.NullMarked;
