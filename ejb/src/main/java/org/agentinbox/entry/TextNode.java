package org.agentinbox.entry;

import java.util.List;

/**
 * A part of a formatted text. There is no node for markup: what a text says is in nodes of {@link Kind#TEXT} only.
 *
 * @param text of {@link Kind#TEXT} only, else null
 * @param href of {@link Kind#LINK} only, else null: an address that begins with {@code http:}, {@code https:} or {@code mailto:}
 * @param ordered of {@link Kind#LIST} only: whether its items are numbered, from 1 on
 * @param children empty for {@link Kind#TEXT} and {@link Kind#BREAK}
 */
public record TextNode(Kind kind, String text, String href, boolean ordered, List<TextNode> children) {

    /** What a node is. */
    public enum Kind {
        /** A paragraph. */
        PARAGRAPH,
        /** A list; its children are items. */
        LIST,
        /** An item of a list. */
        ITEM,
        /** Bold. */
        STRONG,
        /** Italic. */
        EMPHASIS,
        /** A link. */
        LINK,
        /** The end of a line. */
        BREAK,
        /** Characters. */
        TEXT
    }

    static TextNode of(Kind kind, List<TextNode> children) {
        return new TextNode(kind, null, null, false, children);
    }

    static TextNode text(String text) {
        return new TextNode(Kind.TEXT, text, null, false, List.of());
    }

    static TextNode list(boolean ordered, List<TextNode> items) {
        return new TextNode(Kind.LIST, null, null, ordered, items);
    }

    static TextNode link(String href, List<TextNode> children) {
        return new TextNode(Kind.LINK, null, href, false, children);
    }
}
