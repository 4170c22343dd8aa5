# Builds LedgerBank and runs it as an unprivileged user. The embedded PostgreSQL works in the image too (mount a volume
# on /ledgerbank/data), but docker-compose.yml with a PostgreSQL of its own is what it is meant for.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -pl app -am -DskipTests package \
 && java -Djarmode=tools -jar app/target/ledgerbank.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 ledgerbank \
 && useradd --uid 10001 --gid ledgerbank --home-dir /ledgerbank --shell /usr/sbin/nologin ledgerbank \
 && install -d -o ledgerbank -g ledgerbank -m 0700 /ledgerbank /ledgerbank/data
WORKDIR /ledgerbank
# From what changes least to what changes most.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# The data folder stays its owner's alone.
RUN find . -path ./data -prune -o -exec chmod a+rX {} +
USER 10001:10001
# On all addresses of the container; what is published is decided outside it.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "ledgerbank.jar"]
