package org.agentinbox.account;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The picture of an account. */
@Entity
class AccountPhoto {

    @Id
    private UUID accountId;
    private String mediaType;
    private byte[] content;

    protected AccountPhoto() {}

    AccountPhoto(UUID accountId, Photo photo) {
        this.accountId = accountId;
        this.mediaType = photo.mediaType();
        this.content = photo.content();
    }

    Photo photo() {
        return new Photo(mediaType, content);
    }
}
