package org.agentinbox.account;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The caller's own profile. Nobody reaches the profiles of others here. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class ProfileService {

    /** The largest file of a picture, in bytes. */
    public static final int MOST_PHOTO_BYTES = PhotoFile.MOST_BYTES;

    @Resource
    private SessionContext context;
    @Inject
    private Profiles profiles;
    @Inject
    private PhotoEncoder encoder;

    /**
     * @param profile what the caller wants to be called, and how to write
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code displayName}, {@code title} or {@code locale}
     */
    public void change(Profile profile) {
        profiles.change(Caller.account(context), profile);
    }

    /**
     * Gives the caller another picture: a square of what was sent, 256 pixels wide and high, without anything else that the file had. In no
     * transaction: decoding takes long.
     *
     * @param file JPEG or PNG, 5 MB and 40 million pixels at most
     * @param crop the square; null for the largest in the middle
     * @throws PhotoRefusedException where it is no such file
     * @throws RefusedException {@link Refusal#BUSY}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePhoto(byte[] file, PhotoCrop crop) {
        profiles.changePhoto(Caller.account(context), encoder.encode(file, crop));
    }

    /** Removes the caller's picture, where there is one. */
    public void removePhoto() {
        profiles.removePhoto(Caller.account(context));
    }
}
