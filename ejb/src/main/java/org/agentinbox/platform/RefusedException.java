package org.agentinbox.platform;

import jakarta.ejb.ApplicationException;

/** A request that the rules refuse. It rolls the transaction back and reaches the caller unwrapped, not as an EJBException. */
@ApplicationException(rollback = true)
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final String field;

    /**
     * @param refusal why
     * @param message for developers, in English, without anything secret
     */
    public RefusedException(Refusal refusal, String message) {
        this(refusal, null, message);
    }

    /**
     * For refusals that tell clients more than this class does.
     *
     * @param refusal why
     * @param field to which it refers, or null
     * @param message as above
     */
    protected RefusedException(Refusal refusal, String field, String message) {
        super(message);
        this.refusal = refusal;
        this.field = field;
    }

    /**
     * @param field the name of the field as the client sent it
     * @param message what is allowed
     * @return a refusal of one field's value
     */
    public static RefusedException ofField(String field, String message) {
        return new RefusedException(Refusal.INVALID_FIELD, field, field + ": " + message);
    }

    /**
     * @param field what a form requires, by the name that its page has for it
     * @param message what is missing
     * @return a refusal of a form that was not filled in, {@link Refusal#FORM_INCOMPLETE}
     */
    public static RefusedException ofIncomplete(String field, String message) {
        return new RefusedException(Refusal.FORM_INCOMPLETE, field, field + ": " + message);
    }

    /** @return why; never null */
    public Refusal refusal() {
        return refusal;
    }

    /** @return the field that {@link Refusal#INVALID_FIELD} or {@link Refusal#FORM_INCOMPLETE} refers to, else null */
    public String field() {
        return field;
    }
}
