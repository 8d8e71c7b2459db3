/** Stand-ins for threads, time and the server, with which view models are tested. */
package chat.parley.desktop.testing;
