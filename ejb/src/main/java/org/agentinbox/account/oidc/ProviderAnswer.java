package org.agentinbox.account.oidc;

import org.agentinbox.account.SignInResult;

/**
 * How a sign-in by a provider ended: either has {@code success} or {@code problem}.
 *
 * @param wanted the path to go to, or null where it is not known
 */
public record ProviderAnswer(SignInResult.Success success, SignInProblem problem, String wanted) {}
