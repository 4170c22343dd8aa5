package io.ledgerbank.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What the rules need beyond ArchUnit's own vocabulary. */
final class Conditions {

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject");

    private Conditions() {}

    static ArchCondition<JavaMethod> neverCall(Class<?> owner) {
        return new ArchCondition<>("never call " + owner.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(owner))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> askTheTimeWithoutA(Class<?> clock) {
        return new ArchCondition<>("ask the time without a " + clock.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(Conditions::asksTheTime)
                        .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(clock)))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    static DescribedPredicate<JavaClass> binaryFraction() {
        return DescribedPredicate.describe(
                "double or float", type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(type.getName()));
    }

    static ArchCondition<JavaField> notBeInjected() {
        return new ArchCondition<>("not be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getAnnotations().stream()
                        .filter(annotation ->
                                INJECTIONS.contains(annotation.getRawType().getName()))
                        .forEach(annotation ->
                                events.add(SimpleConditionEvent.violated(field, annotation.getDescription())));
            }
        };
    }

    private static boolean asksTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.lang.System") && method.equals("currentTimeMillis")
                || owner.equals("java.time.Clock") && method.startsWith("system");
    }
}
