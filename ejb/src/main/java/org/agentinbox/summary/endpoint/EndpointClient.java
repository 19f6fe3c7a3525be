package org.agentinbox.summary.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings.SummaryEndpoint;
import org.agentinbox.platform.securitylog.LogText;
import org.agentinbox.summary.api.SummariserException;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * Asks the endpoint, once for each question. After {@value #FEW} answers of which half or more were of no use it is left alone for a
 * minute, then one question tells whether it is back. Neither the key nor what was asked or answered is ever logged.
 */
public final class EndpointClient {

    static final int FEW = 5;
    public static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int LATEST = 10;
    private static final Logger LOG = Logger.getLogger(EndpointClient.class.getName());

    private final SummaryEndpoint endpoint;
    private final ChatModel model;
    private final CircuitBreaker breaker;

    EndpointClient(SummaryEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        model = OpenAiChatModel.builder().httpClientBuilder(EndpointHttp.within(endpoint.address(), endpoint.timeout()))
            .baseUrl(endpoint.address().toString())
            .apiKey(endpoint.apiKey().orElse(null)).modelName(endpoint.model()).responseFormat(ResponseFormat.JSON)
            .timeout(endpoint.timeout())
            .maxRetries(0).logRequests(false).logResponses(false).build();
        breaker = CircuitBreaker.of("summary", CircuitBreakerConfig.custom().slidingWindowSize(LATEST).minimumNumberOfCalls(FEW)
            .failureRateThreshold(50).waitDurationInOpenState(PAUSE).permittedNumberOfCallsInHalfOpenState(1).clock(clock)
            .writableStackTraceEnabled(false).build());
        breaker.getEventPublisher().onStateTransition(e -> LOG.log(Level.WARNING, "The endpoint that writes summaries: {0}",
            e.getStateTransition().getToState() == CircuitBreaker.State.OPEN ? "left alone for " + PAUSE
                : e.getStateTransition().toString()));
    }

    SummaryEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Asks, where the endpoint is not left alone.
     *
     * @param system what it is to do
     * @param data what it is to do it with
     * @param reader makes something of the answer, or throws where it is of no use
     * @return what the reader made
     * @throws SummariserException where nothing came of it
     */
    <T> T ask(String system, String data, Function<String, T> reader) {
        if (!breaker.tryAcquirePermission()) {
            throw new SummariserException("it is left alone", true);
        }
        long began = breaker.getCurrentTimestamp();
        try {
            T read = reader.apply(answer(model.chat(SystemMessage.from(system), UserMessage.from(data))));
            breaker.onSuccess(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit());
            return read;
        } catch (RuntimeException | LinkageError e) {
            SummariserException failure = failure(e);
            LOG.log(Level.WARNING, "The endpoint wrote no summary: {0}", LogText.oneLine(failure.getMessage()));
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
            throw failure;
        }
    }

    private static String answer(ChatResponse response) {
        if (response.finishReason() == FinishReason.LENGTH || response.aiMessage() == null || response.aiMessage().text() == null) {
            throw new SummariserException(response.finishReason() == FinishReason.LENGTH ? "its answer is cut" : "it answered nothing",
                false);
        }
        return response.aiMessage().text();
    }

    /** Ours, however the library has wrapped it; of the library's own only the kind, since its words could hold what was answered. */
    private static SummariserException failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SummariserException ours) {
                return ours;
            }
        }
        return new SummariserException("its answer cannot be read (" + thrown.getClass().getSimpleName() + ")", false);
    }
}
