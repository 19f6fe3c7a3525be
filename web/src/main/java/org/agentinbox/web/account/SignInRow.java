package org.agentinbox.web.account;

import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.account.SignInView;

/** One of one's own sign-ins, in the list. */
public class SignInRow implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    /** The use of a sign-in is noted once a minute, and a live socket counts as use every 10 s. */
    private static final Duration NOW = Duration.ofSeconds(90);

    private final SignInView signIn;
    private final String browser;
    private final String address;
    private final boolean thisOne;
    private final boolean usedNow;

    SignInRow(SignInView signIn, UUID thisOne, Instant now, ResourceBundle texts) {
        this.signIn = signIn;
        this.browser = BrowserName.of(signIn.browser(), texts);
        this.address = signIn.address() == null ? "" : MessageFormat.format(texts.getString("profile.address"), signIn.address());
        this.thisOne = signIn.id().equals(thisOne);
        this.usedNow = this.thisOne || now.isBefore(signIn.usedAt().plus(NOW));
    }

    UUID id() {
        return signIn.id();
    }

    /** @return what people call the browser */
    public String getBrowser() {
        return browser;
    }

    /** @return from where it signed in, in words, or empty */
    public String getAddress() {
        return address;
    }

    /** @return whether this page was asked for by it */
    public boolean isThisOne() {
        return thisOne;
    }

    /** @return whether it is in use now */
    public boolean isUsedNow() {
        return usedNow;
    }

    /** @return when it signed in, for programs */
    public String getSince() {
        return signIn.since().toString();
    }

    /** @return the same for people, where no script writes it in their zone */
    public String getSinceText() {
        return MINUTE.format(signIn.since());
    }

    /** @return when it was last used, for programs */
    public String getUsed() {
        return signIn.usedAt().toString();
    }

    /** @return the same for people, where no script writes it in their zone */
    public String getUsedText() {
        return MINUTE.format(signIn.usedAt());
    }
}
