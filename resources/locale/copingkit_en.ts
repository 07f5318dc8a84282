<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CrisisRun</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message numerus="yes">
        <source>%n more in the table</source>
        <translation>
            <numerusform>%n more in the table</numerusform>
            <numerusform>%n more in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n situations</source>
        <translation>
            <numerusform>%n situation</numerusform>
            <numerusform>%n situations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials are too few to tell.</source>
        <translation>
            <numerusform>%n trial is too few to tell.</numerusform>
            <numerusform>%n trials are too few to tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials in all; what was not said is not counted</source>
        <translation>
            <numerusform>%n trial in all; what was not said is not counted</numerusform>
            <numerusform>%n trials in all; what was not said is not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials that say both</source>
        <translation>
            <numerusform>%n trial that says both</numerusform>
            <numerusform>%n trials that say both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n trials it was always: {known}. What is learned in one setting is often tied to it.</source>
        <translation>
            <numerusform>In %n trial it was always: {known}. What is learned in one setting is often tied to it.</numerusform>
            <numerusform>In %n trials it was always: {known}. What is learned in one setting is often tied to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In how many of %n trials it was so</source>
        <translation>
            <numerusform>In this one trial it was so</numerusform>
            <numerusform>In how many of %n trials it was so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stay until the distress is half of the highest, or until the time is over. Where you set no time and no other end, that is after %n minutes.</source>
        <translation>
            <numerusform>You stay until the distress is half of the highest, or until the time is over. Where you set no time and no other end, that is after %n minute.</numerusform>
            <numerusform>You stay until the distress is half of the highest, or until the time is over. Where you set no time and no other end, that is after %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n trials</source>
        <translation>
            <numerusform>{count} of %n trial</numerusform>
            <numerusform>{count} of %n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowBreath</name>
    <message numerus="yes">
        <source>%n seconds more</source>
        <translation>
            <numerusform>%n second more</numerusform>
            <numerusform>%n seconds more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them left early</source>
        <translation>
            <numerusform>%n of them left early</numerusform>
            <numerusform>%n of them left early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used %n times</source>
        <translation>
            <numerusform>Used %n time</numerusform>
            <numerusform>Used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prints</name>
    <message numerus="yes">
        <source>%n more on the full page</source>
        <translation>
            <numerusform>%n more on the full page</numerusform>
            <numerusform>%n more on the full page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pages</source>
        <translation>
            <numerusform>%n more page</numerusform>
            <numerusform>%n more pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovedPage</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
</TS>
