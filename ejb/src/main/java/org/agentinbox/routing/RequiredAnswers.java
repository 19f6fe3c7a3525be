package org.agentinbox.routing;

import java.util.List;

import org.agentinbox.conversation.ChatWish;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.FieldKind;
import org.agentinbox.entry.FormField;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.VisitorView;

/**
 * What a request has to bring along, by the form of its entry as it is now: the visitor's page may show an older one.
 *
 * <p>A form as chats began before there were entries requires nothing of programs, as it never did; the widget asks for name and email
 * there. A required first message is left to the widget too, because it comes as a message of its own after the chat has begun.
 */
final class RequiredAnswers {

    private RequiredAnswers() {}

    /**
     * Compares with what the visitor said, or the site said of them. What is known of somebody with the same address does not count:
     * whether it does would tell the visitor what is known.
     *
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#FORM_INCOMPLETE} of the first field that is missing, or whose answer
     *     is none of its choices in either language: {@code name}, {@code email}, {@code phone}, {@code jobTitle}, {@code company},
     *     {@code answer-} with its place, or {@code consent}
     */
    static void check(EntryContent content, ChatWish wish, VisitorView visitor) {
        List<FormField> form = content.form();
        if (!form.equals(EntryContent.PLAIN.form())) {
            for (int place = 1; place <= form.size(); place++) {
                check(form.get(place - 1), place, wish, visitor);
            }
        }
        if (!content.consent().isEmpty() && !wish.consent()) {
            throw RefusedException.ofIncomplete("consent", "the visitor has to be shown what they agree to");
        }
    }

    private static void check(FormField field, int place, ChatWish wish, VisitorView visitor) {
        if (field.required() && field.kind() != FieldKind.MESSAGE && isBlank(answer(field, place, wish, visitor))) {
            throw RefusedException.ofIncomplete(name(field.kind(), place), "the entry requires it");
        }
        if (field.kind() == FieldKind.CHOICE && !isBlank(wish.answers().get(place)) && !isChoice(field, wish.answers().get(place))) {
            throw RefusedException.ofIncomplete(name(field.kind(), place), "none of the choices");
        }
    }

    private static boolean isChoice(FormField field, String answer) {
        return field.choices().stream().anyMatch(choice -> answer.strip().equals(choice.en()) || answer.strip().equals(choice.ko()));
    }

    private static boolean isBlank(String answer) {
        return answer == null || answer.isBlank();
    }

    private static String answer(FormField field, int place, ChatWish wish, VisitorView visitor) {
        if (field.kind().isQuestion()) {
            return wish.answers().get(place);
        }
        String own = switch (field.kind()) {
            case NAME -> visitor.name();
            case EMAIL -> visitor.email();
            case PHONE -> visitor.phone();
            case JOB_TITLE -> visitor.jobTitle();
            case COMPANY -> visitor.company();
            case MESSAGE, TEXT, CHOICE -> null;
        };
        return isBlank(own) && visitor.verified() ? visitor.shown().get(name(field.kind(), place)).value() : own;
    }

    private static String name(FieldKind kind, int place) {
        return switch (kind) {
            case NAME -> "name";
            case EMAIL -> "email";
            case PHONE -> "phone";
            case JOB_TITLE -> "jobTitle";
            case COMPANY -> "company";
            case MESSAGE -> "message";
            case TEXT, CHOICE -> "answer-" + place;
        };
    }
}
