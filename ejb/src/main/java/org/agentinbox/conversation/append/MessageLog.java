package org.agentinbox.conversation.append;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.agentinbox.platform.GroupCommit;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.UnavailableException;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Appends messages. Call it outside a transaction: it reports a message as stored only once the message is on disk. Under load, messages of
 * several conversations share a round trip to the database; those of one conversation get their numbers in the order in which they came.
 */
@ApplicationScoped
public class MessageLog {

    /** While one group waits for the disk, a second one can be computed. */
    private static final int WRITERS = 2;
    private static final GroupCommit.Limits LIMITS = new GroupCommit.Limits(WRITERS, 64, 10_000);

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;
    @Resource
    private ManagedThreadFactory threads;
    private final UnconfirmedMessages unconfirmed = new UnconfirmedMessages();
    private ThreadPoolExecutor writers;
    private MessageRepository repository;
    private GroupCommit<Draft, AppendResult> commits;

    @PostConstruct
    void open() {
        repository = new MessageRepository(dataSource);
        writers = new ThreadPoolExecutor(WRITERS, WRITERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
        writers.allowCoreThreadTimeOut(true);
        commits = new GroupCommit<>(LIMITS, Draft::conversationId, this::write, UnavailableException.class::isInstance, writers);
    }

    @PreDestroy
    void close() {
        writers.shutdown();
    }

    /**
     * Appends a message and waits until that is done.
     *
     * @param draft what was sent, checked already
     * @return what came of it; empty where the conversation takes no message of this author
     * @throws RefusedException where the client id names a message of somebody else
     * @throws UnavailableException where the database does not answer
     */
    public Optional<AppendResult> append(Draft draft) {
        try {
            return appendSoon(draft).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Appends a message without making its sender's thread wait for others.
     *
     * @param draft what was sent, checked already
     * @return as {@link #append}, completed by the thread that wrote it, for one conversation in the order of numbers
     */
    public CompletableFuture<Optional<AppendResult>> appendSoon(Draft draft) {
        try {
            return commits.write(draft).thenApply(result -> outcome(draft, result));
        } catch (RejectedExecutionException e) {
            throw new UnavailableException("Too many messages wait to be stored.", e);
        }
    }

    private Optional<AppendResult> outcome(Draft draft, AppendResult result) {
        return switch (result.outcome()) {
            case STORED, UNANNOUNCED -> Optional.of(result);
            case KNOWN -> Optional.of(unconfirmed.settle(draft.clientId()) ? result.unannounced() : result);
            case REFUSED -> Optional.empty();
            case FOREIGN -> throw RefusedException.ofField("clientId", "this id names a message of somebody else");
            case UNKNOWN -> throw new UnavailableException("The message could not be stored.", null);
        };
    }

    private List<AppendResult> write(List<Draft> drafts) {
        try {
            List<AppendResult> results = repository.insert(drafts);
            unconfirmed.add(IntStream.range(0, results.size()).filter(i -> results.get(i) == AppendResult.UNKNOWN)
                .mapToObj(i -> drafts.get(i).clientId()).toList());
            return results;
        } catch (SQLException e) {
            unconfirmed.add(drafts.stream().map(Draft::clientId).toList());
            throw failure(e);
        }
    }

    /**
     * SQL states 22 (data exception) and 23 (integrity violation) are caused by one message's values; any other failure is no fault of a
     * message.
     */
    private static RuntimeException failure(SQLException e) {
        boolean isAboutValue = e.getSQLState() != null && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
        return isAboutValue ? new IllegalArgumentException("The database cannot store this message.", e)
            : new UnavailableException("The message could not be stored.", e);
    }
}
