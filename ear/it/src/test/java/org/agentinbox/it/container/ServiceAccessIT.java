package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;

/** Tests that every service method declares who may call it, and that the container refuses all others. */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class ServiceAccessIT {

    /**
     * The methods that anybody may call: they check a token, a key or a password, serve visitors, or take the web module's reports about
     * its sockets.
     */
    private static final Set<String> OPEN = Set.of("SignInService.signIn", "SignInService.find", "SignInService.signOut",
        "SignInService.stillInForce", "SignInService.signInByPasskey", "PasskeyService.signInOptions", "PasskeyService.host",
        "ProviderService.buttons", "ProviderService.find", "ProviderService.only", "ProviderService.begin", "ProviderService.complete",
        "ProviderService.logout",
        "ProviderService.signOutAt",
        "AccountService.photo",
        "VisitorService.welcome", "VisitorService.known", "VisitorService.identify", "VisitorService.identifySigned",
        "CompanyAccountPrograms.check", "CompanyAccountPrograms.replace", "CompanyAccountPrograms.file",
        "ConfigurationPrograms.check", "ConfigurationPrograms.read", "ConfigurationPrograms.replace",
        "VerifiedRecords.check", "VerifiedRecords.put", "VerifiedRecords.get",
        "VisitorChats.request", "VisitorChats.open", "VisitorChats.idle", "VisitorChats.send", "VisitorChats.sync", "VisitorChats.read",
        "VisitorChats.typing", "VisitorChats.end", "Presence.seen", "Presence.gone", "Presence.goingAway", "OnlineStatus.current",
        "QueueStatus.all",
        "QueueStatus.of", "WatchedChats.all", "WatchedChats.connections", "AgentAbsences.all", "AgentAbsences.of",
        "FallbackService.of", "LeftMessages.leave", "WidgetEntries.content", "RoutingPrograms.check", "RoutingPrograms.story",
        "RoutingPrograms.preview",
        "VisitorMeetings.slots", "VisitorMeetings.book", "VisitorMeetings.in", "VisitorMeetings.move", "VisitorMeetings.cancel",
        "MeetingLinkService.get", "MeetingLinkService.slots", "MeetingLinkService.move", "MeetingLinkService.cancel");

    @EJB
    private AsLiveAgent liveAgent;
    @EJB
    private AsCalendarAgent calendarAgent;
    @EJB
    private AsSalesAdmin salesAdmin;
    @EJB
    private AsMarketingAdmin marketingAdmin;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    private static List<Method> businessMethods() throws IOException, ClassNotFoundException {
        List<Method> methods = new ArrayList<>();
        try (InputStream names = ServiceAccessIT.class.getResourceAsStream(TestedEar.EJB_CLASSES)) {
            for (String name : new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                Class<?> type = Class.forName(name, false, ServiceAccessIT.class.getClassLoader());
                if (isEjb(type)) {
                    Arrays.stream(type.getDeclaredMethods()).filter(ServiceAccessIT::isBusiness).forEach(methods::add);
                }
            }
        }
        return methods;
    }

    private static boolean isEjb(Class<?> type) {
        return type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class)
            || type.isAnnotationPresent(Stateful.class);
    }

    private static boolean isBusiness(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** The annotation of a method overrides that of its class. The list is empty where neither has one. */
    private static List<String> roles(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return List.of("*");
        }
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed all = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        if (own == null && all == null) {
            return method.getDeclaringClass().isAnnotationPresent(PermitAll.class) ? List.of("*") : List.of();
        }
        return List.of((own == null ? all : own).value());
    }

    @Test
    void everyMethodSaysWhoMayCallAndFewAreOpen() throws Exception {
        Set<String> open = new TreeSet<>();
        for (Method method : businessMethods()) {
            assertFalse(roles(method).isEmpty(), name(method) + " does not say who may call it");
            if (roles(method).contains("*")) {
                open.add(name(method));
            }
        }
        assertEquals(new TreeSet<>(OPEN), open);
    }

    @Test
    void nobodyIsHeldOff() throws Exception {
        for (Method method : businessMethods()) {
            if (!roles(method).contains("*")) {
                assertEquals("refused", outcome(method), name(method) + " called by nobody");
            }
        }
    }

    @Test
    void rolesOpenWhatTheyAreMeantFor() throws Exception {
        Map<String, As> callers = Map.of("LIVE_AGENT", liveAgent, "CALENDAR_AGENT", calendarAgent, "SALES_ADMIN", salesAdmin,
            "MARKETING_ADMIN", marketingAdmin);
        for (Method method : businessMethods()) {
            for (Map.Entry<String, As> caller : callers.entrySet()) {
                if (!roles(method).contains("*")) {
                    String expected = roles(method).contains(caller.getKey()) ? "let in" : "refused";
                    assertEquals(expected, caller.getValue().call(() -> outcome(method)), name(method) + " called by " + caller.getKey());
                }
            }
        }
    }

    /**
     * Calls a method with null arguments. An exception from inside the method does not matter; the test is only whether the call gets
     * there.
     */
    private static String outcome(Method method) throws NamingException, IllegalAccessException {
        Object ejb = InitialContext.doLookup("java:app/agent-inbox-ejb/" + method.getDeclaringClass().getSimpleName());
        try {
            method.invoke(ejb, Arrays.stream(method.getParameterTypes()).map(ServiceAccessIT::nothing).toArray());
            return "let in";
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof EJBAccessException ? "refused" : "let in";
        }
    }

    private static Object nothing(Class<?> type) {
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
    }
}
