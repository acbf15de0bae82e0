package nl.datakade.testkit;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Runs another main class, prepared to die at a crash point: one that is given at the start, or one that is named later,
 * on a line of its input.
 */
final class CrashingMain {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Time {}

    /** Before a point that was named on the input, in the log, once it is deadly. */
    static final String ARMED = "deadly from now on: ";

    private CrashingMain() {}

    /** The main class, then the parts of the crash point, if there is one. */
    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length > 1) {
            arm(CrashPoint.parse(List.of(args).subList(1, args.length)));
        }
        Thread.ofPlatform().name("crash-points").daemon().start(CrashingMain::listen);
        var main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) new String[0]);
    }

    /** What passed a point before it was named does not count. */
    @SuppressWarnings("SystemOut")
    private static void listen() {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> {
                    arm(CrashPoint.parse(List.of(line.split(" ", -1))));
                    System.out.println(ARMED + line);
                });
    }

    /**
     * Spring's own subclasses are left alone: they call the method they override. So is whatever does not share the first
     * two steps of the type's package, for to look at the ancestry of every class that is loaded takes its time.
     */
    private static void arm(CrashPoint point) {
        var advice = Advice.withCustomMapping()
                .bind(Time.class, point.time())
                .to(point.moment() == CrashPoint.Moment.BEFORE ? Before.class : After.class);
        var family = Pattern.compile("^\\w+\\.\\w+\\.").matcher(point.type());
        new AgentBuilder.Default()
                .ignore(not(nameStartsWith(family.find() ? family.group() : point.type())))
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(hasSuperType(named(point.type())).and(not(isInterface())).and(not(nameContains("$$"))))
                .transform((builder, _, _, _, _) -> builder.visit(advice.on(named(point.method()))))
                .installOn(ByteBuddyAgent.install());
    }

    static final class Before {
        private Before() {}

        @Advice.OnMethodEnter
        static void enter(@Time int time) {
            CrashPoint.passed(time);
        }
    }

    static final class After {
        private After() {}

        @Advice.OnMethodExit
        static void exit(@Time int time) {
            CrashPoint.passed(time);
        }
    }
}
