package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.Directory;
import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.conversation.NoteMentions;
import org.agentinbox.conversation.NotePage;
import org.agentinbox.notification.missed.MissedChats;
import org.agentinbox.routing.OfferService;
import org.agentinbox.routing.TransferService;
import org.agentinbox.supervision.SupervisionService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How things stand for the calling agent, in the frames that a socket or a page begins with (asyncapi.yaml). */
@ApplicationScoped
public class AgentSnapshot {

    @EJB
    private AccountService accounts;
    @EJB
    private AvailabilityService availability;
    @EJB
    private OfferService offers;
    @EJB
    private TransferService transfers;
    @EJB
    private AgentChats chats;
    @EJB
    private SupervisionService supervision;
    @EJB
    private MissedChats missed;
    @EJB
    private NoteMentions mentions;
    @Inject
    private Directory directory;
    @Inject
    private Clock clock;

    /**
     * @param agentId the caller
     * @return the frame {@code welcome}
     */
    public String welcome(UUID agentId) {
        return SocketFrames.agentWelcome(accounts.me(), directory.person(agentId), availability.mine(), offers.pending(),
            transfers.pending(), chats.active(), supervision.watched(), missed.unseen(), mentions.unseen(), clock.instant());
    }

    /**
     * @param conversations all active ones of the caller
     * @return what REST answers where these are asked for
     */
    public String list(List<ConversationView> conversations) {
        return JsonMessage.object().with("conversations", SocketFrames.array(conversations, SocketFrames::conversation))
            .with("next", (String) null).toString();
    }

    /**
     * @param messages a part of a conversation
     * @param notes a part of its private notes
     * @param agentId the caller
     * @return the frame {@code messages}
     */
    public String messages(MessagePage<ConversationView> messages, NotePage notes, UUID agentId) {
        return SocketFrames.agentMessages(messages, notes, agentId);
    }
}
