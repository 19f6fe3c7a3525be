package org.agentinbox.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.agentinbox.entry.TextNode.Kind;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads the texts of entries: the part of CommonMark 0.31 that has bold, italic, links, lists and line breaks. What else CommonMark has is
 * text: headings, quotations and code blocks as they were typed, inline code and pictures by their words, and HTML with its angle brackets.
 * The end of a line is a line break, as in texts from before they could be formatted. Links to other than {@code http}, {@code https} and
 * {@code mailto} are their words alone.
 */
public final class FormattedText {

    /** Below so many levels there is text only, so that whoever goes through a tree need not fear for the stack. */
    public static final int DEEPEST = 8;
    private static final int MOST_OPEN = 32;
    private static final Pattern ALLOWED = Pattern.compile("(?i:https?://|mailto:)[^\\p{Cntrl}\\s]+");
    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).maxOpenBlockParsers(MOST_OPEN)
        .maxInlineNesting(MOST_OPEN).build();

    private FormattedText() {}

    /**
     * @param textOrNull as administrators type it
     * @return paragraphs and lists, at most {@value #DEEPEST} levels; empty for null or nothing but white space
     */
    public static List<TextNode> parse(String textOrNull) {
        return textOrNull == null ? List.of() : children(PARSER.parse(textOrNull), 1, false);
    }

    private static List<TextNode> children(Node parent, int level, boolean inLink) {
        List<TextNode> made = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (level < DEEPEST || node instanceof Text) {
                add(made, node, level, inLink);
            } else {
                addText(made, words(node));
            }
        }
        return List.copyOf(made);
    }

    private static void add(List<TextNode> made, Node node, int level, boolean inLink) {
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            made.add(TextNode.of(Kind.BREAK, List.of()));
        } else if (node.getFirstChild() == null || node instanceof Link link && (inLink || !isAllowed(link))) {
            addText(made, words(node));
        } else {
            List<TextNode> children = children(node, level + 1, inLink || node instanceof Link);
            // What says nothing is left out: lists without items and links without words are no use to anybody.
            if (!children.isEmpty()) {
                addParent(made, node, children);
            }
        }
    }

    private static boolean isAllowed(Link link) {
        return ALLOWED.matcher(link.getDestination()).matches();
    }

    private static void addParent(List<TextNode> made, Node node, List<TextNode> children) {
        if (node instanceof Link link) {
            made.add(TextNode.link(link.getDestination(), children));
        } else if (node instanceof ListBlock) {
            made.add(TextNode.list(node instanceof OrderedList, children));
        } else if (node instanceof Paragraph) {
            made.add(TextNode.of(Kind.PARAGRAPH, children));
        } else if (node instanceof ListItem) {
            made.add(TextNode.of(Kind.ITEM, children));
        } else if (node instanceof StrongEmphasis) {
            made.add(TextNode.of(Kind.STRONG, children));
        } else if (node instanceof Emphasis) {
            made.add(TextNode.of(Kind.EMPHASIS, children));
        } else {
            addText(made, words(node));
        }
    }

    /** Neighbouring texts are one. */
    private static void addText(List<TextNode> made, String text) {
        int last = made.size() - 1;
        if (last >= 0 && made.get(last).kind() == Kind.TEXT) {
            made.set(last, TextNode.text(made.get(last).text() + text));
        } else if (!text.isEmpty()) {
            made.add(TextNode.text(text));
        }
    }

    /** All that a node says, without recursion, since it may be deep. */
    private static String words(Node root) {
        StringBuilder words = new StringBuilder();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            words.append(own(node));
            for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
                open.push(child);
            }
        }
        return words.toString();
    }

    private static String own(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof Paragraph && node.getPrevious() != null
            || node instanceof ListItem && node.getPrevious() != null ? "\n" : "";
    }
}
