package org.agentinbox.account;

/** Why a picture is refused. Pages have a text for each name. */
public enum PhotoProblem {
    /** There is no file, or nothing in it. */
    EMPTY("Choose a picture."),
    /** The file has more than 5 MB. */
    TOO_LARGE("At most 5 MB."),
    /** It has more than 40 million pixels, or more than 20,000 in one direction. */
    TOO_MANY_PIXELS("At most 40 million pixels, and 20,000 in each direction."),
    /** It is no JPEG and no PNG file, whatever its name says. */
    OTHER_KIND("JPEG and PNG only."),
    /** It cannot be decoded, or its end is missing. */
    UNREADABLE("The file is damaged, or of a kind of JPEG or PNG that cannot be read.");

    private final String advice;

    PhotoProblem(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
