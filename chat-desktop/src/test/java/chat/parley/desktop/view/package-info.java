/** The window as a person meets it: real Nodes on JavaFX's headless platform, no server. */
package chat.parley.desktop.view;
